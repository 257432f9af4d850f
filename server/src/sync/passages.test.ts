import { type Anchor, anchorOf, decodeAnchor, encodeAnchor, fieldCharacters, locateAnchors } from '@pupitre/document'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '../../test/test-database.ts'
import { PROJECTION_PAUSE_MS } from './limits.ts'
import { type PassageQueries, Passages } from './passages.ts'
import { quotePassage } from './quote-passage.ts'
import { openPool } from './sync-database.ts'
import { newFiche } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { silentLogger, startEngine } from './testing/test-engine.ts'

const LINE = 'Planter dix kilomètres de haies vives autour de Blois'

async function setUp() {
  const told: string[] = []
  const { engine, clock } = startEngine({ onPassages: (_kind, ids) => told.push(...ids) })
  const { ref, documentId } = await newFiche({ titre: 'Haies', description: LINE })
  const client = new TestClient({ engine, ref })
  await client.connect()
  client.exchange()
  const { prisma } = testDatabase()
  const fields = () => new Map(['description', 'objectifs'].map((field) => [field, client.doc.getText(field)] as const))
  const anchorOn = (words: string): Anchor => {
    const from = fieldCharacters(client.text).indexOf(words)
    return anchorOf(client.text, { from, to: from + words.length })
  }
  const quote = (anchor: Anchor, field = 'description') => {
    const room = engine.registry.roomOf(documentId)
    if (!room) throw new Error('the room is open')
    return quotePassage(room.document, { field, anchor })
  }
  const comment = async (words: string): Promise<string> => {
    const anchor = anchorOn(words)
    const quoted = quote(anchor)
    if (!quoted) throw new Error('the passage is known')
    const { collectiviteId } = await prisma.fiche.findUniqueOrThrow({ where: { id: ref.uuid } })
    const { id } = await prisma.fil.create({
      data: {
        collectiviteId,
        ficheId: ref.uuid,
        passage: {
          create: {
            texte: 'description',
            caracteres: Uint8Array.from(encodeAnchor(anchor)),
            citation: quoted.quote,
            avant: quoted.before,
            apres: quoted.after,
            seule: quoted.isAlone,
            seq: quoted.seq,
          },
        },
      },
    })
    return id
  }
  /** What everybody is told of a thread: where it is, and the words there. */
  const answer = async (filId: string): Promise<string> => {
    const { texte, caracteres, perdu } = await prisma.passage.findUniqueOrThrow({ where: { filId } })
    const text = fields().get(texte)
    const [range] = text ? locateAnchors(text, [decodeAnchor(caracteres) ?? []]) : []
    const words = text && range ? fieldCharacters(text).slice(range.from, range.to) : ''
    return `${perdu ? 'lost' : texte}: ${words}`
  }
  const edit = async (write: () => void) => {
    write()
    client.deliver()
    await engine.commit.idle()
    clock.advance(PROJECTION_PAUSE_MS)
  }
  const cut = (words: string) => client.text.delete(fieldCharacters(client.text).indexOf(words), words.length)
  return { engine, ref, client, told, anchorOn, quote, comment, answer, edit, cut }
}

test('[S130] quotes what an anchor covers, and what is around it, once it has all of it', async () => {
  const { client, anchorOn, quote, edit } = await setUp()
  expect(quote(anchorOn('haies vives'))).toMatchObject({
    quote: 'haies vives',
    before: 'Planter dix kilomètres de ',
    after: expect.stringMatching(/^ autour de Blois/),
    isAlone: true,
  })
  client.text.insert(0, 'Il faut ')
  const typed = anchorOn('Il faut')
  expect(quote(typed)).toBeNull()
  await edit(() => {})
  expect(quote(typed)).toMatchObject({ quote: 'Il faut' })
  expect(quote(typed, 'objectifs')).toBeNull()
  expect(quote(typed, 'elsewhere')).toBeNull()
})

test('[S131] says nothing of a passage around which one writes', async () => {
  const { client, told, comment, answer, edit } = await setUp()
  const fil = await comment('haies vives')
  await edit(() => client.text.insert(client.text.length - 1, ', et des mares'))
  await expect.poll(() => answer(fil)).toBe('description: haies vives')
  expect(told).toEqual([])
})

test('[S131] a passage that is cut is lost, and found where it is pasted, for everybody', async () => {
  const { ref, client, told, comment, answer, edit, cut } = await setUp()
  const fil = await comment('kilomètres de haies')
  await edit(() => cut('kilomètres de haies'))
  await expect.poll(() => answer(fil)).toBe('lost: ')
  await edit(() => client.doc.getText('objectifs').insert(0, 'Des kilomètres de haies'))
  await expect.poll(() => answer(fil)).toBe('objectifs: kilomètres de haies')
  expect(new Set(told)).toEqual(new Set([ref.uuid]))
  expect(told).toHaveLength(2)
})

test('[S131] a deletion that is undone brings its passages back, the half-deleted ones too', async () => {
  const { client, comment, answer, edit, cut } = await setUp()
  const [whole, half] = [await comment('haies vives'), await comment('de haies')]
  const undo = new Y.UndoManager(client.text, { captureTimeout: 0 })
  await edit(() => cut('haies vives'))
  await expect.poll(() => answer(whole)).toBe('lost: ')
  expect(await answer(half)).toBe('description: de ')
  await edit(() => undo.undo())
  await expect.poll(() => answer(whole)).toBe('description: haies vives')
  await expect.poll(() => answer(half)).toBe('description: de haies')
})

test('[S132] a passage that somebody puts elsewhere while it is looked for stays there', async () => {
  const { ref, client, anchorOn, comment, answer, cut } = await setUp()
  const filId = await comment('kilomètres de haies')
  const data = { caracteres: Uint8Array.from(encodeAnchor(anchorOn('Blois'))), citation: 'Blois' }
  cut('kilomètres de haies')
  const { prisma, connectionString } = testDatabase()
  const pool = openPool({ connectionString, logger: silentLogger })
  onTestFinished(() => pool.end())
  let isFirst = true
  const query: PassageQueries['query'] = async (asked) => {
    if (asked.name === 'move-passages' && isFirst) {
      isFirst = false
      await prisma.passage.update({ where: { filId }, data })
    }
    return pool.query(asked)
  }
  const passages = new Passages({ pool: { query }, logger: silentLogger, onPassages: () => {} })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc))
  await passages.follow('fiche', [{ doc, ref, seq: 100n }])
  expect(isFirst).toBe(false)
  expect(await answer(filId)).toBe('description: Blois')
})
