import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRedisMissing, type Scene, startScene } from './scene.ts'

const QUERY = '{ viewer { uuid } }'

describe.skipIf(isRedisMissing)('what one may spend on the API, with two processes and a real Redis', () => {
  let scene: Scene
  beforeAll(async () => void (scene = await startScene(2)))
  afterAll(() => scene.close())

  it('is one budget: what is spent on one process is spent on the other', async () => {
    const { group } = scene
    const { user } = await group.make.membre({ collectivite: await group.make.collectivite() })
    const cookie = await group.signIn(user)
    const [here, there] = group.servers
    if (!here || !there) throw new Error('two servers')
    const left = async (url: string) => {
      const { headers } = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: QUERY }),
      })
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])
    }
    const page = '{ fiches(first: 100) { edges { node { titre placements(first: 100) { edges { cursor } } } } } }'
    // A second gives back 25,000 points: ten of these cost 200,000.
    for (let count = 0; count < 10; count += 1) await group.graphql({ url: here.url, cookie, query: page })
    const before = await left(here.url)
    expect(before).toBeLessThan(1_450_000)
    await expect.poll(() => left(there.url), { interval: 50 }).toBeLessThan(1_450_000)
  })
})
