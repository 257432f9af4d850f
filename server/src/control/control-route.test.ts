import fastify from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addControlRoute } from './control-route.ts'
import { drawControlSecret } from './control-file.ts'

const secret = drawControlSecret()
let app = fastify()

beforeEach(async () => {
  app = fastify()
  await addControlRoute(app, {
    secret,
    commands: { echo: ({ options, body }) => Promise.resolve({ options, bytes: body.length }) },
  })
})
afterEach(() => app.close())

const post = (url: string, authorization?: string) =>
  app.inject({
    method: 'POST',
    url,
    payload: Buffer.from('fichier'),
    headers: { 'content-type': 'application/octet-stream', ...(authorization && { authorization }) },
  })

describe('the control route', () => {
  it('runs a command for who knows the secret', async () => {
    const answer = await post('/control/echo?nom=Plan', `Bearer ${secret}`)
    expect(answer.json()).toEqual({ result: { options: { nom: 'Plan' }, bytes: 7 } })
  })

  it.each([undefined, 'Bearer ', `Bearer ${secret}x`, `Bearer ${drawControlSecret()}`, secret])(
    'does not exist for who says %s',
    async (authorization) => {
      expect((await post('/control/echo', authorization)).statusCode).toBe(404)
    },
  )

  it.each(['absent', 'constructor', '__proto__'])('has no command %s', async (command) => {
    expect((await post(`/control/${command}`, `Bearer ${secret}`)).statusCode).toBe(404)
  })
})
