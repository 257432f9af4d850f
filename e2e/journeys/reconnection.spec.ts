import { expect, test } from '@playwright/test'
import { LiveDocument } from '../../client/src/lib/live/live-document.ts'
import { ServerProcess } from '../src/server-process.ts'
import { sendCookieOnSockets, sessionCookie } from '../src/signed-in-sockets.ts'

// Many pages at once, without the pages: how they come back to a server that restarts (npm run bench:reconnect has five hundred).

const PAGES = 40

let server: ServerProcess
test.beforeAll(async () => {
  server = await ServerProcess.start()
})
test.afterAll(() => server.dispose())

test('[S86] pages that someone looks at are all back within seconds of a restart, and none is taken for signed out', async () => {
  const cookie = await sessionCookie({ url: server.url, email: 'editeur.lacq@demo.pupitre.test' })
  sendCookieOnSockets(() => cookie)
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ fiches(first: 10) { edges { node { uuid } } } }' }),
  })
  const body: { data: { fiches: { edges: { node: { uuid: string } }[] } } } = await response.json()
  const uuids = body.data.fiches.edges.map(({ node }) => node.uuid)
  const serverUrl = `${server.url.replace('http', 'ws')}/sync`
  const pages = Array.from({ length: PAGES }, (_, index) => {
    const uuid = uuids[index % uuids.length] ?? ''
    return new LiveDocument({ ref: { kind: 'fiche', uuid }, serverUrl })
  })
  const closed = new Set<string | null>()
  for (const page of pages) page.subscribe(() => closed.add(page.snapshot().closed))
  const kinds = () => [...new Set(pages.map((page) => page.snapshot().save.kind))]
  await expect.poll(kinds, { timeout: 20_000 }).toEqual(['saved'])

  await server.stop()
  await expect.poll(kinds).toEqual(['offline'])
  await server.start()
  // Five seconds, and what busy cores add.
  await expect.poll(kinds, { timeout: 10_000 }).toEqual(['saved'])
  expect([...closed]).toEqual([null])
  for (const page of pages) page.destroy()
})
