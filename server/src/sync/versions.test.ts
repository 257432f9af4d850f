import { expect, test } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { decodeVersion } from '../domain/version/version-content.ts'
import { IDLE_ROOM_MS, VERSION_MAX_SESSION_MS, VERSION_PAUSE_MS } from './limits.ts'
import { newFiche } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine, type TestEngine } from './testing/test-engine.ts'

const DAY_MS = 24 * 3_600_000

async function setUp() {
  const server = startEngine()
  const { prisma } = testDatabase()
  const { ref, documentId } = await newFiche({ titre: 'Haies', description: 'Bonjour' })
  const arrive = async ({ engine }: TestEngine = server) => {
    const client = new TestClient({ engine, ref })
    await client.connect(engine)
    client.exchange()
    return client
  }
  const write = async (client: TestClient, edit: (client: TestClient) => void, { engine }: TestEngine = server) => {
    client.read()
    edit(client)
    client.deliver()
    await engine.commit.idle()
    client.read()
  }
  /** What is stored, oldest first, the document's creation apart. */
  const versions = async () => {
    const rows = await prisma.documentVersion.findMany({
      where: { documentId, seq: { gt: 1 } },
      orderBy: { seq: 'asc' },
    })
    return Promise.all(
      rows.map(async ({ content, ...row }) => {
        const { fields, authors } = await decodeVersion(content)
        return {
          ...row,
          fields,
          authors,
          description: fields['description']?.delta.map(({ insert }) => insert).join(''),
        }
      }),
    )
  }
  return { ...server, server, prisma, documentId, ref, arrive, write, versions }
}

test('[S102] a pause ends a session, which leaves a version: its text, who wrote each part, and how much changed', async () => {
  const { clock, arrive, write, versions } = await setUp()
  const [ana, benoit] = [await arrive(), await arrive()]
  const startedAt = new Date(clock.now())
  await write(ana, ({ text }) => text.insert(7, ' à tous', { bold: true }))
  clock.advance(VERSION_PAUSE_MS - 1)
  await write(benoit, ({ text }) => text.delete(0, 3))
  const endedAt = new Date(clock.now())
  clock.advance(VERSION_PAUSE_MS - 1)
  expect(await versions()).toEqual([])
  clock.advance(1)
  await expect.poll(async () => (await versions()).length).toBe(1)
  const [version] = await versions()
  expect(version).toMatchObject({
    description: 'jour à tous\n',
    authorIds: [ana, benoit].map(({ viewer }) => viewer?.userId ?? '').toSorted(),
    added: 7,
    removed: 3,
    startedAt,
    endedAt,
    authors: [null, ana.viewer?.userId],
  })
  expect(version?.fields['description']).toEqual({
    delta: [{ insert: 'jour' }, { insert: ' à tous', attributes: { bold: true } }, { insert: '\n' }],
    runs: [
      [4, 0],
      [7, 1],
      [1, 0],
    ],
  })
  expect(Object.keys(version?.fields ?? {})).toEqual(['description', 'financements', 'moyens', 'objectifs', 'titre'])
})

test('[S102] a session ends when everyone has left', async () => {
  const { clock, arrive, write, versions } = await setUp()
  const ana = await arrive()
  await write(ana, ({ text }) => text.insert(0, 'a'))
  ana.disconnect()
  clock.advance(IDLE_ROOM_MS)
  await expect.poll(async () => (await versions()).map(({ description }) => description)).toEqual(['aBonjour\n'])
})

test('[S102] a session without a pause is cut after VERSION_MAX_SESSION_MS', async () => {
  const { clock, arrive, write, versions } = await setUp()
  const ana = await arrive()
  for (let ms = 0; ms < VERSION_MAX_SESSION_MS; ms += VERSION_PAUSE_MS / 2) {
    await write(ana, ({ text }) => text.insert(0, 'a'))
    clock.advance(VERSION_PAUSE_MS / 2)
  }
  await expect.poll(async () => (await versions()).length).toBe(1)
})

test('[S103] what the document said before its first session here is a version: an import, or what a process that died had not kept', async () => {
  const { server, prisma, documentId, arrive, write, versions } = await setUp()
  const ana = await arrive()
  await write(ana, ({ text }) => text.insert(0, 'a'))
  await expect.poll(() => prisma.documentVersion.count({ where: { documentId, seq: 1 } })).toBe(1)
  await server.die()
  expect(await versions()).toEqual([])
  const next = startEngine()
  const benoit = await arrive(next)
  await write(benoit, ({ text }) => text.insert(0, 'b'), next)
  await expect.poll(async () => (await versions()).map(({ description }) => description)).toEqual(['aBonjour\n'])
  next.clock.advance(VERSION_PAUSE_MS)
  await expect.poll(async () => (await versions()).length).toBe(2)
  expect(await versions()).toMatchObject([
    { description: 'aBonjour\n', authorIds: [ana.viewer?.userId], added: 1, removed: 0 },
    { description: 'baBonjour\n', authorIds: [benoit.viewer?.userId], added: 1, removed: 0 },
  ])
})

test('[S103] a session that changes nothing in the end leaves no version, and reading none', async () => {
  const { clock, arrive, write, versions, prisma, documentId } = await setUp()
  const ana = await arrive()
  ana.disconnect()
  clock.advance(IDLE_ROOM_MS)
  expect(await prisma.documentVersion.count({ where: { documentId } })).toBe(0)
  const benoit = await arrive()
  await write(benoit, ({ text }) => text.insert(0, 'a'))
  await write(benoit, ({ text }) => text.delete(0, 1))
  clock.advance(VERSION_PAUSE_MS)
  await write(benoit, ({ text }) => text.insert(0, 'b'))
  clock.advance(VERSION_PAUSE_MS)
  await expect.poll(async () => (await versions()).map(({ added, removed }) => [added, removed])).toEqual([[1, 0]])
})

test('[S103] two processes that end the same session keep one version of it', async () => {
  const { server, documentId, arrive, write, versions } = await setUp()
  const other = startEngine()
  const ana = await arrive()
  const benoit = await arrive(other)
  await write(ana, ({ text }) => text.insert(0, 'a'))
  await write(benoit, ({ text }) => text.insert(0, 'b'), other)
  await Promise.all([server.engine.poll.run(), other.engine.poll.run()])
  await expect
    .poll(() => [server, other].map(({ engine }) => engine.registry.roomOf(documentId)?.document.seq))
    .toEqual([3n, 3n])
  server.clock.advance(VERSION_PAUSE_MS)
  other.clock.advance(VERSION_PAUSE_MS)
  await expect
    .poll(async () => (await versions()).map(({ seq, authorIds }) => [seq, authorIds.length]))
    .toEqual([[3n, 2]])
})

test('[S104] versions thin with age as each is made, and only the last keeps what the next is compared with', async () => {
  const { clock, arrive, write, versions, prisma, documentId } = await setUp()
  const ana = await arrive()
  for (const letter of 'abc') {
    await write(ana, ({ text }) => text.insert(0, letter))
    clock.advance(VERSION_PAUSE_MS)
    await expect.poll(async () => (await versions()).at(-1)?.description?.[0]).toBe(letter)
  }
  expect(await prisma.documentVersion.count({ where: { documentId, stateVector: { not: null } } })).toBe(1)
  clock.advance(3 * DAY_MS)
  await write(ana, ({ text }) => text.insert(0, 'd'))
  clock.advance(VERSION_PAUSE_MS)
  await expect.poll(async () => (await versions()).map(({ description }) => description?.[0])).toEqual(['c', 'd'])
})

test('[S102] versions go with their document', async () => {
  const { clock, arrive, write, versions, prisma, documentId } = await setUp()
  const ana = await arrive()
  await write(ana, ({ text }) => text.insert(0, 'a'))
  clock.advance(VERSION_PAUSE_MS)
  await expect.poll(async () => (await versions()).length).toBe(1)
  await prisma.liveDocument.delete({ where: { id: documentId } })
  expect(await versions()).toEqual([])
})

test('[S106] the journal has an entry for each person and field of a session, with its version', async () => {
  const { prisma, clock, ref, arrive, write, versions } = await setUp()
  const [ana, benoit] = [await arrive(), await arrive()]
  for (const { viewer } of [ana, benoit]) {
    const id = viewer?.userId ?? ''
    await prisma.user.create({ data: { id, name: 'Agent', email: `${id}@example.fr` } })
  }
  await write(ana, ({ text, doc }) => {
    text.insert(7, ' à tous')
    doc.getText('moyens').insert(0, 'Deux')
  })
  await write(benoit, ({ text }) => text.delete(0, 3))
  const entries = () => prisma.journalEntry.findMany({ where: { ficheId: ref.uuid, relation: 'texte' } })
  expect(await entries()).toEqual([])
  clock.advance(VERSION_PAUSE_MS)
  await expect.poll(async () => (await entries()).length).toBe(3)
  const [version] = await versions()
  const said = (await entries()).map(({ userId, cle, apres, acte, at }) => ({ userId, cle, apres, acte, at }))
  const same = { acte: version?.id, at: version?.endedAt }
  const entry = (userId: string | undefined, champ: string, ajouts: number) => ({
    userId,
    cle: { champ },
    apres: { ajouts, version: version?.id },
    ...same,
  })
  expect(said).toEqual(
    expect.arrayContaining([
      entry(ana.viewer?.userId, 'description', 7),
      entry(ana.viewer?.userId, 'moyens', 4),
      entry(benoit.viewer?.userId, 'description', 0),
    ]),
  )
})
