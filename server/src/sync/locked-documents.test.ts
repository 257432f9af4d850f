import { CLOSE_CODES, type TextEdit } from '@pupitre/document'
import { expect, test } from 'vitest'
import { passageOf } from '../../test/passage-of.ts'
import { testDatabase } from '../../test/test-database.ts'
import { type LockedText, TextTooLargeError } from '../domain/live-text.ts'
import { lockDocuments } from './locked-documents.ts'
import { settled } from './testing/gated-log.ts'
import { newFiche, projectedText, storedText } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine, type TestEngine } from './testing/test-engine.ts'

const { prisma } = testDatabase()
const actor = { userId: null }

type Fiche = Awaited<ReturnType<typeof newFiche>>

async function enter({ engine }: TestEngine, { ref }: Fiche): Promise<TestClient> {
  const client = new TestClient({ engine, ref, query: { ack: '1' } })
  await client.connect()
  client.exchange()
  return client
}

async function type(client: TestClient, text: string): Promise<void> {
  client.text.insert(0, text)
  client.deliver()
  await settled()
}

function locking<Result>(fiches: readonly Fiche[], run: (texts: LockedText[]) => Promise<Result>): Promise<Result> {
  return prisma.$transaction(async (tx) => {
    const locked = await lockDocuments({ tx, documents: fiches.map(({ ref }) => ref) })
    return run(fiches.flatMap(({ ref }) => locked.find(({ document }) => document.uuid === ref.uuid) ?? []))
  })
}

function append(text: LockedText | undefined, words: string): Record<string, TextEdit> {
  const said = (text?.fields['description'] ?? []).map(({ insert }) => insert).join('')
  return { description: [{ retain: said.length }, { insert: words }] }
}

test('[S121] loses no word of people who type in both documents while one is added to the other', async () => {
  const server = startEngine()
  const [kept, absorbed] = [await newFiche(), await newFiche()]
  const [writer, colleague] = [await enter(server, kept), await enter(server, absorbed)]
  await type(writer, 'avant ')
  await type(colleague, 'repris ')
  await server.engine.commit.idle()

  const typing = Promise.withResolvers<void>()
  const merged = locking([kept, absorbed], async ([into, from]) => {
    // While both rows are held: neither edit can be durable before the end.
    await type(writer, 'pendant ')
    await type(colleague, 'trop tard ')
    typing.resolve()
    await from?.close()
    return into?.write({ edits: append(into, String(from?.fields['description']?.[0]?.insert)), actor })
  })
  await typing.promise
  expect(colleague.acknowledged).toBeLessThan(colleague.sentEdits)
  await merged
  await server.engine.following.follow([{ document: kept.ref, fields: ['description'], actor }])
  await server.engine.commit.idle()
  writer.exchange()
  colleague.exchange()
  expect(writer.text.toString()).toBe('pendant avant \nrepris \n')
  expect(await storedText(server.pool, kept.documentId)).toBe('pendant avant \nrepris \n')
  // What came too late was never said to be saved: it is on its device, and its page starts again.
  expect(await storedText(server.pool, absorbed.documentId)).toBe('repris \n')
  expect(colleague.acknowledged).toBeLessThan(colleague.sentEdits)
  expect(colleague.closeCode).toBe(CLOSE_CODES.unavailable)
})

test('[S121] tells another process, and projects what it wrote', async () => {
  const [one, two] = [startEngine(), startEngine()]
  const fiche = await newFiche({ description: 'une' })
  const client = await enter(two, fiche)
  await locking([fiche], async ([text]) => text?.write({ edits: append(text, 'deux\n'), actor }))
  await one.engine.following.follow([{ document: fiche.ref, fields: ['description'], actor }])
  await one.engine.projections.flush([fiche.ref])
  expect(await projectedText(one.pool, fiche.ref)).toBe('une\ndeux')
  // These two have no link: the other finds it by itself.
  await two.engine.poll.run()
  await expect.poll(() => (client.read(), client.text.toString())).toBe('une\ndeux\n')
})

test('[S122] takes back what it wrote where it stands whole, and nothing of what others wrote beside', async () => {
  const server = startEngine()
  const fiche = await newFiche({ description: 'une' })
  const edits = (text: LockedText | undefined) => ({ ...append(text, 'deux\n'), moyens: [{ insert: 'dix agents' }] })
  const client = await locking([fiche], async ([text]) => text?.write({ edits: edits(text), actor }))
  const colleague = await enter(server, fiche)
  await type(colleague, 'zéro ')
  colleague.doc.getText('moyens').insert(4, 'nouveaux ')
  colleague.deliver()
  await server.engine.commit.idle()
  const taken = await locking([fiche], ([text]) => text?.withdraw({ client: client ?? 0, actor }) ?? Promise.reject())
  expect(taken).toEqual({ withdrawn: ['description'], kept: ['moyens'] })
  expect(await storedText(server.pool, fiche.documentId)).toBe('zéro une\n')
  expect(await storedText(server.pool, fiche.documentId, 'moyens')).toBe('dix nouveaux agents\n')
})

test('[S122] keeps all where a word of it was deleted', async () => {
  const server = startEngine()
  const fiche = await newFiche()
  const client = await locking([fiche], async ([text]) => text?.write({ edits: append(text, 'un deux trois'), actor }))
  const colleague = await enter(server, fiche)
  colleague.text.delete(4, 'deux'.length)
  colleague.deliver()
  await server.engine.commit.idle()
  const taken = await locking([fiche], ([text]) => text?.withdraw({ client: client ?? 0, actor }) ?? Promise.reject())
  expect(taken).toEqual({ withdrawn: [], kept: ['description'] })
})

test('[S123] a closed document takes nothing until it is opened again, and then takes what waited', async () => {
  const server = startEngine()
  const fiche = await newFiche()
  const before = await enter(server, fiche)
  const epoch = await locking([fiche], ([text]) => text?.close() ?? Promise.reject())
  await type(before, 'en attente')
  await server.engine.commit.idle()
  expect(await storedText(server.pool, fiche.documentId)).toBe('\n')
  await locking([fiche], ([text]) => text?.reopen(epoch) ?? Promise.reject())
  before.disconnect()
  await before.connect()
  before.exchange()
  await server.engine.commit.idle()
  expect(await storedText(server.pool, fiche.documentId)).toBe('en attente\n')
})

test('takes a document to its size limit, and no further', async () => {
  const fiche = await newFiche()
  const write = (maxBytes: number) =>
    prisma.$transaction(async (tx) => {
      const [text] = await lockDocuments({ tx, documents: [fiche.ref] }, { maxBytes })
      return text?.write({ edits: { moyens: [{ insert: 'x'.repeat(1000) }] }, actor })
    })
  const weight = async () => {
    const updates = await prisma.documentUpdate.findMany({ where: { documentId: fiche.documentId } })
    return updates.reduce((sum, { update }) => sum + update.length, 0)
  }
  // An update weighs a few bytes more than its thousand characters.
  await expect(write((await weight()) + 1000)).rejects.toThrow(TextTooLargeError)
  await write((await weight()) + 1100)
})

test('[S133] finds the passages of another document by their words in what the transaction writes', async () => {
  const [kept, absorbed] = [await newFiche(), await newFiche({ description: 'Planter dix kilomètres de haies' })]
  const words = 'kilomètres de haies'
  const { caracteres } = await passageOf(prisma, { ficheId: absorbed.ref.uuid, texte: 'description', words })
  const passage = (citation: string) => ({
    texte: 'description',
    caracteres: Buffer.from(caracteres, 'base64'),
    citation,
    avant: 'Planter dix ',
    apres: '',
    seule: true,
  })
  await locking([kept], async ([into]) => {
    expect(into?.locate([passage(words)]).places).toMatchObject([{ perdu: true }])
    await into?.write({ edits: append(into, 'Planter dix kilomètres de haies'), actor })
    const found = into?.locate([passage(words), passage('autre chose')])
    expect(found?.places).toMatchObject([{ texte: 'description', perdu: false }, { perdu: true }])
    const there = await prisma.liveDocument.findUniqueOrThrow({ where: { id: kept.documentId } })
    expect(found?.seq).toBe(there.seq + 1n)
  })
})
