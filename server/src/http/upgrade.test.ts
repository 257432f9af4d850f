import { once } from 'node:events'
import { CLOSE_CODES } from '@pupitre/document'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { graphqlTest } from '../../test/graphql-test.ts'

const OURS = 'http://127.0.0.1:4000'

const it = graphqlTest.extend('syncUrl', { scope: 'file' }, async ({ app }) => {
  const address = await app.fastify.listen({ port: 0, host: '127.0.0.1' })
  return address.replace('http', 'ws')
})

/** The HTTP status that refuses an opening, or `open`. */
function open(url: string, headers: Record<string, string>): { answer: Promise<unknown>; socket: WebSocket } {
  const socket = new WebSocket(url, { headers })
  const answer = new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve('open'))
    socket.on('error', () => {})
  })
  return { answer, socket }
}

it('a page of another site opens no sync socket with the session of who visits it; a page of ours does', async ({
  app,
  syncUrl,
  make,
}) => {
  const collectivite = await make.collectivite()
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const { user } = await make.membre({ collectivite })
  const cookie = await app.signIn(user)
  const url = `${syncUrl}/sync/fiche/${fiche.id}`
  for (const origin of ['https://ailleurs.example', 'null', `${OURS}.ailleurs.example`, 'http://127.0.0.1:4001'])
    expect(await open(url, { origin, cookie }).answer, origin).toBe(403)
  const ours = open(url, { origin: OURS, cookie })
  expect(await ours.answer).toBe('open')
  await once(ours.socket, 'message')
  ours.socket.close()
})

it('[S2] without a session a socket opens on nothing, and says so', async ({ syncUrl, make }) => {
  const fiche = await make.fiche()
  const { socket } = open(`${syncUrl}/sync/fiche/${fiche.id}`, { origin: OURS })
  const [code]: unknown[] = await once(socket, 'close')
  expect(code).toBe(CLOSE_CODES.signedOut)
})

it('what is no document is not found', async ({ syncUrl }) => {
  for (const path of ['/sync/fiche/x', '/sync/autre/0191d6c2-0000-7000-8000-000000000000', '/ailleurs'])
    expect(await open(`${syncUrl}${path}`, { origin: OURS }).answer, path).toBe(404)
})
