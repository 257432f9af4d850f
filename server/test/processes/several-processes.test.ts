import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRedisMissing, openPage, openPages, startScene, type Scene } from './scene.ts'

const A_FEW_SECONDS_MS = 6_000
const START_MS = 120_000

describe.skipIf(isRedisMissing).each([2, 3])('%i servers with a real Redis', (count) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene(count)
  }, START_MS)
  afterAll(() => scene.close())

  it('[S75] edits cross, all converge, and each is in the log once', async () => {
    const { pages, fiche } = await openPages(scene)
    pages.forEach((page, i) => page.description.insert(0, `‹${i}›`))
    for (const page of pages)
      for (let i = 0; i < count; i++) await expect.poll(() => page.text, { interval: 5 }).toContain(`‹${i}›`)
    expect(new Set(pages.map((page) => page.text)).size).toBe(1)
    const updates = await scene.group.prisma.documentUpdate.count({ where: { document: { ficheId: fiche.id } } })
    // The document's creation, then one per page.
    expect(updates).toBe(1 + count)
  })

  it('[S77] presence crosses with its stamped identity, who comes sees who is there, and who leaves is gone', async () => {
    const { pages, fiche, cookie } = await openPages(scene)
    const [first, second] = pages
    if (!first || !second) throw new Error('a page on each server')
    first.say({ at: 1 })
    await expect
      .poll(() => second.sees(first), { interval: 5 })
      .toMatchObject({ cursor: { at: 1 }, user: { color: expect.any(String) } })
    const late = openPage({ url: scene.group.servers.at(-1)?.url ?? '', cookie, ficheId: fiche.id })
    await expect.poll(() => late.sees(first), { interval: 5 }).toMatchObject({ cursor: { at: 1 } })
    first.close()
    await expect.poll(() => second.sees(first), { interval: 5 }).toBeUndefined()
  })

  it('[S77] who comes to a process that has not opened the document sees at once who is there on another', async () => {
    const { group } = scene
    const { make } = group
    const collectivite = await make.collectivite()
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
    const cookie = await group.signIn(user)
    const first = openPage({ url: group.servers[0]?.url ?? '', cookie, ficheId: fiche.id })
    first.say({ at: 7 })
    await expect.poll(() => first.isSynced).toBe(true)
    const second = openPage({ url: group.servers[1]?.url ?? '', cookie, ficheId: fiche.id })
    await expect.poll(() => second.sees(first), { interval: 5 }).toMatchObject({ cursor: { at: 7 } })
  })

  it('[S76] Redis killed: people go on, rooms follow the log; Redis back: edits cross again, nothing is lost', async () => {
    const { pages } = await openPages(scene)
    const [first, second] = pages
    if (!first || !second) throw new Error('a page on each server')
    first.say({ at: 1 })
    await scene.redis.kill()
    for (let i = 0; i < 20; i++) {
      first.description.insert(0, `‹a${i}›`)
      second.description.insert(0, `‹b${i}›`)
    }
    await expect.poll(() => second.text, { timeout: A_FEW_SECONDS_MS }).toContain('‹a19›')
    await expect.poll(() => first.text, { timeout: A_FEW_SECONDS_MS }).toContain('‹b19›')
    await scene.redis.start()
    first.description.insert(0, '‹retour›')
    for (const page of pages) await expect.poll(() => page.text, { timeout: A_FEW_SECONDS_MS }).toContain('‹retour›')
    expect(new Set(pages.map((page) => page.text)).size).toBe(1)
    expect(first.closes).toEqual([])
    first.say({ at: 2 })
    await expect.poll(() => second.sees(first), { timeout: A_FEW_SECONDS_MS }).toMatchObject({ cursor: { at: 2 } })
  })

  it('[S76] Redis that stalls: edits are acknowledged as before, and follow from the log', async () => {
    const { pages } = await openPages(scene)
    const [first, second] = pages
    if (!first || !second) throw new Error('a page on each server')
    scene.redis.pause()
    try {
      first.description.insert(0, '‹muet›')
      await expect.poll(() => second.text, { timeout: 2 * A_FEW_SECONDS_MS }).toContain('‹muet›')
    } finally {
      scene.redis.resume()
    }
    second.description.insert(0, '‹parle›')
    await expect.poll(() => first.text, { timeout: A_FEW_SECONDS_MS }).toContain('‹parle›')
  })

  it('behind a round-robin, pages need not come back to the same server', async () => {
    const { group } = scene
    const { make, balancer } = group
    const collectivite = await make.collectivite()
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
    const cookie = await group.signIn(user)
    const pages = Array.from({ length: 2 * count }, () => openPage({ url: balancer.url, cookie, ficheId: fiche.id }))
    for (let round = 0; round < 3; round++) {
      pages.forEach((page, i) => page.description.insert(0, `‹${round}.${i}›`))
      for (const page of pages) {
        page.provider.disconnect()
        page.provider.connect()
      }
    }
    for (const page of pages)
      for (let i = 0; i < pages.length; i++) await expect.poll(() => page.text).toContain(`‹2.${i}›`)
    await expect.poll(() => new Set(pages.map((page) => page.text)).size).toBe(1)
  })

  it('[S77] a process that dies leaves no ghost, and its people go on elsewhere', async () => {
    const { pages } = await openPages(scene)
    const [first] = pages
    const last = pages.at(-1)
    const dying = scene.group.servers.at(-1)
    if (!first || !last || !dying) throw new Error('a page on each server')
    last.say({ at: 3 })
    await expect.poll(() => first.sees(last)).toMatchObject({ cursor: { at: 3 } })
    last.description.insert(0, '‹dernier›')
    await expect.poll(() => first.text).toContain('‹dernier›')
    await dying.stop('SIGKILL')
    await expect.poll(() => first.sees(last), { timeout: A_FEW_SECONDS_MS }).toBeUndefined()
    first.description.insert(0, '‹suite›')
    await expect.poll(() => first.text).toContain('‹dernier›')
  })
})
