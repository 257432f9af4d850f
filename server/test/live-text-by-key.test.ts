import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { CLOSE_CODES } from '@pupitre/document'
import { createPrismaClient } from '@pupitre/prisma'
import { expect, onTestFinished, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { z } from 'zod'
import { IDLE_ROOM_MS } from '../src/sync/limits.ts'
import { emptyDatabase } from './empty-database.ts'
import { createFactories } from './factories.ts'
import { signInAt } from './processes/open-servers.ts'
import { openPage } from './processes/scene.ts'
import { startServerProcess } from './server-process.ts'

/** From the act to the close of the socket. */
const SOON_MS = 1_000

const WORDS = 'Mesuré en mars'

/** What the journal says of it. */
const WRITTEN_BY_KEY = {
  auteur: 'Observatoire',
  origine: 'API',
  objet: 'TEXTE',
  changements: [
    { champ: 'champ', apres: 'description' },
    { champ: 'ajouts', apres: `${WORDS.length}` },
    { champ: 'version', apres: expect.any(String) },
  ],
}

const ticketAnswer = z.object({ ticket: z.string() })

/** A whole server, an admin signed in, a fiche, and a key of its collectivité that writes. */
async function setUp() {
  const { connectionString, drop } = await emptyDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-key-'))
  const secret = 'un secret qui ne sert que dans les tests'
  const server = await startServerProcess({ DATABASE_URL: connectionString, AUTH_SECRET: secret, DATA_DIR: dataDir })
  const prisma = createPrismaClient({ connectionString, maxConnections: 2 })
  onTestFinished(async () => {
    await server.stop('SIGKILL')
    await prisma.$disconnect()
    await drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const make = createFactories(prisma)
  const collectivite = await make.collectivite()
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const { apiKey, secret: bearer } = await make.apiKey({ collectivite, nom: 'Observatoire', scopes: ['ECRIRE'] })
  const cookie = await signInAt(server.url, (await make.membre({ collectivite, role: 'ADMIN' })).user)

  async function asAdmin(query: string): Promise<string> {
    const headers = { 'content-type': 'application/json', cookie }
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    return response.text()
  }
  const askTicket = () =>
    fetch(`${server.url}/api/sync-ticket`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ path: `fiche/${fiche.id}` }),
    })
  const ticket = async () => ticketAnswer.parse(await (await askTicket()).json()).ticket
  return { url: server.url, fiche, apiKey, cookie, asAdmin, askTicket, ticket }
}

/** A stock client that shows a ticket, and when the server closed it. */
function openByTicket({ url, ficheId, ticket }: { url: string; ficheId: string; ticket: string }) {
  const doc = new Y.Doc()
  const closes: { code: number; at: number }[] = []
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync/fiche`, ficheId, doc, {
    params: { ticket },
    disableBc: true,
    WebSocketPolyfill: class extends WebSocket {
      constructor(address: string | URL) {
        super(address)
        this.addEventListener('close', ({ code }) => {
          closes.push({ code, at: performance.now() })
          // A ticket opens one socket.
          provider.disconnect()
        })
      }
    },
  })
  onTestFinished(() => provider.destroy())
  return { provider, closes, description: doc.getText('description') }
}

test('[S59] a key writes a live text by its ticket, is closed within a second of its revocation, and is named in the journal', async () => {
  const { url, fiche, apiKey, cookie, asAdmin, askTicket, ticket } = await setUp()
  const program = openByTicket({ url, ficheId: fiche.id, ticket: await ticket() })
  const colleague = openPage({ url, cookie, ficheId: fiche.id })
  await expect.poll(() => program.provider.synced && colleague.isSynced).toBe(true)
  program.description.insert(0, WORDS)
  await expect.poll(() => colleague.text).toBe(`${WORDS}\n`)

  const unused = await ticket()
  const from = performance.now()
  const apiKeyId = encodeGlobalID('ApiKey', apiKey.id)
  const revoked = await asAdmin(`mutation { revokeApiKey(input: { apiKeyId: "${apiKeyId}" }) { __typename } }`)
  expect(revoked).toContain('RevokeApiKeySuccess')
  await expect.poll(() => program.closes.length, { interval: 5 }).toBe(1)
  expect(program.closes[0]?.code).toBe(CLOSE_CODES.rightsChanged)
  expect((program.closes[0]?.at ?? Infinity) - from).toBeLessThan(SOON_MS)
  expect(colleague.closes).toEqual([])

  // Neither what it held nor what it asks for opens anything any more.
  const late = openByTicket({ url, ficheId: fiche.id, ticket: unused })
  await expect.poll(() => late.closes[0]?.code).toBe(CLOSE_CODES.signedOut)
  const refused = await askTicket()
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ code: 'API_KEY_REVOKED' })

  // A writing session ends when its room unloads, a while after the last one leaves.
  colleague.close()
  const line = 'auteur origine objet changements { champ apres }'
  const journal = () => asAdmin(`{ fiche(uuid: "${fiche.id}") { journal(first: 1) { edges { node { ${line} } } } } }`)
  await expect
    .poll(async () => JSON.parse(await journal()) as unknown, { timeout: IDLE_ROOM_MS + 10_000, interval: 500 })
    .toMatchObject({ data: { fiche: { journal: { edges: [{ node: WRITTEN_BY_KEY }] } } } })
}, 120_000)
