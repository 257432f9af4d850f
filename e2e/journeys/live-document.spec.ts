import { expect, test } from '@playwright/test'
import { LiveDocument, type LiveSnapshot } from '../../client/src/lib/live/live-document.ts'
import { ServerProcess } from '../src/server-process.ts'
import { sendCookieOnSockets, sessionCookie } from '../src/signed-in-sockets.ts'

// The page's own holder of a document, without the page: what it says is saved is compared with a real server's disk.

let server: ServerProcess
let cookie = ''
let ficheUuid = ''
const opened: LiveDocument[] = []

test.beforeAll(async () => {
  server = await ServerProcess.start()
  sendCookieOnSockets(() => cookie)
  await signIn('editeur')
  ficheUuid = await firstFiche()
})
test.afterEach(() => opened.splice(0).forEach((document) => document.destroy()))
test.afterAll(() => server.dispose())

async function signIn(role: 'editeur' | 'lecteur') {
  cookie = await sessionCookie({ url: server.url, email: `${role}.lacq@demo.pupitre.test` })
}

async function firstFiche(): Promise<string> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ fiches(first: 1) { edges { node { uuid } } } }' }),
  })
  const body: { data: { fiches: { edges: { node: { uuid: string } }[] } } } = await response.json()
  return body.data.fiches.edges[0]?.node.uuid ?? ''
}

function open(uuid = ficheUuid, params: Record<string, string> = {}): LiveDocument {
  const document = new LiveDocument({
    ref: { kind: 'fiche', uuid },
    serverUrl: `${server.url.replace('http', 'ws')}/sync`,
    params,
  })
  opened.push(document)
  return document
}

const write = (document: LiveDocument, words: string) => document.doc.getText('description').insert(0, words)
const textOf = (document: LiveDocument) => document.doc.getText('description').toString()
const says = (document: LiveDocument, snapshot: Partial<LiveSnapshot>) =>
  expect.poll(() => document.snapshot()).toMatchObject(snapshot)

test('says that an edit is saved once the server has it on its disk, which a kill does not take back', async () => {
  await signIn('editeur')
  const document = open()
  await says(document, { save: { kind: 'saved' }, access: 'write', loaded: true })
  write(document, 'gardé ')
  expect(document.snapshot().save).toEqual({ kind: 'saving', unsent: 1 })
  await says(document, { save: { kind: 'saved' } })

  await server.kill()
  await says(document, { save: { kind: 'offline', unsent: 0, keeping: 'tabOnly' } })
  await server.start()
  const reader = open()
  await says(reader, { loaded: true })
  expect(textOf(reader)).toContain('gardé ')
})

test('counts what waits while the server is away, and sends it by itself when it is back', async () => {
  await signIn('editeur')
  const document = open()
  await says(document, { save: { kind: 'saved' } })
  await server.kill()
  await says(document, { save: { kind: 'offline', unsent: 0, keeping: 'tabOnly' } })
  write(document, 'ligne ')
  write(document, 'hors ')
  expect(document.snapshot().save).toEqual({ kind: 'offline', unsent: 2, keeping: 'tabOnly' })

  await server.start()
  await says(document, { save: { kind: 'saved' } })
  const colleague = open()
  await says(colleague, { loaded: true })
  expect(textOf(colleague)).toContain('hors ligne ')
})

test('says that a reader only reads, and that what they write all the same is refused', async () => {
  await signIn('lecteur')
  const document = open()
  await says(document, { save: { kind: 'readOnly' }, access: 'read' })
  write(document, 'refusé ')
  await says(document, { save: { kind: 'refused', unsent: 0 } })

  await signIn('editeur')
  const colleague = open()
  await says(colleague, { loaded: true })
  expect(textOf(colleague)).not.toContain('refusé')
})

test('asks to reload a copy of another life of the document', async () => {
  await signIn('editeur')
  const stale = open(ficheUuid, { epoch: '00000000-0000-4000-8000-000000000000' })
  await says(stale, { closed: 'reload', save: { kind: 'refused', unsent: 0 } })
})

test('tells a missing document from a missing session, and waits for the session', async () => {
  await signIn('editeur')
  const absent = open('00000000-0000-4000-8000-000000000000')
  await says(absent, { closed: 'notFound' })

  const kept = cookie
  cookie = ''
  const signedOut = open()
  await says(signedOut, { closed: 'signedOut' })
  cookie = kept
  signedOut.reconnect()
  await says(signedOut, { closed: null, save: { kind: 'saved' } })
})
