import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorOf, type Anchor, type TextRange } from './anchor.ts'
import { decodeAnchor, encodeAnchor, MAX_ANCHOR_BYTES } from './anchor-bytes.ts'
import { fieldCharacters } from './field-characters.ts'
import { hasHeardOf } from './known-anchor.ts'
import { locateAnchors } from './locate-anchors.ts'

function textOf(characters: string): Y.Text {
  const text = new Y.Doc().getText('description')
  text.insert(0, characters)
  return text
}

function rangeOf(text: Y.Text, words: string): TextRange {
  const from = fieldCharacters(text).indexOf(words)
  return { from, to: from + words.length }
}

function anchorOn(text: Y.Text, words: string): Anchor {
  return anchorOf(text, rangeOf(text, words))
}

function covered(text: Y.Text, anchor: Anchor): string | null {
  const [range] = locateAnchors(text, [anchor])
  return range ? fieldCharacters(text).slice(range.from, range.to) : null
}

function insertAt(text: Y.Text, words: string, inserted: string): void {
  text.insert(rangeOf(text, words).from, inserted)
}

function remove(text: Y.Text, words: string): void {
  const { from, to } = rangeOf(text, words)
  text.delete(from, to - from)
}

/** A second person’s copy. */
function copyOf(text: Y.Text): Y.Text {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.doc ?? new Y.Doc()))
  return doc.getText('description')
}

function merge(a: Y.Text, b: Y.Text): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    if (from.doc && to.doc) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc))
  }
}

describe('an anchor', () => {
  test('[A1] takes what is typed inside, and nothing that is typed at its ends', () => {
    const text = textOf('Planter des haies à Blois\n')
    const anchor = anchorOn(text, 'des haies')
    insertAt(text, 'haies', 'grandes ')
    insertAt(text, 'des', 'aussi ')
    insertAt(text, ' à Blois', ' vives')
    expect(covered(text, anchor)).toBe('des grandes haies')
  })

  test('[A1] does not take what is typed in place of its first or last words', () => {
    const text = textOf('Planter des haies vives à Blois\n')
    const anchor = anchorOn(text, 'des haies vives')
    remove(text, 'des')
    insertAt(text, ' haies', 'les')
    remove(text, 'vives')
    insertAt(text, ' à Blois', 'mortes')
    expect(covered(text, anchor)).toBe(' haies ')
  })

  test('[A2] is on the same words after a day offline, where both wrote around them and in them', () => {
    const text = textOf('Planter des haies à Blois\n')
    const anchor = anchorOn(text, 'des haies')
    const away = copyOf(text)
    insertAt(text, 'haies', '\n')
    text.format(0, 12, { bold: true })
    text.format(rangeOf(text, '\n').from, 1, { kind: 'h2' })
    insertAt(away, 'haies', 'belles ')
    insertAt(away, 'Planter', 'Il faut ')
    remove(away, ' à Blois')
    merge(text, away)
    expect(fieldCharacters(text)).toBe(fieldCharacters(away))
    expect(['des \nbelles haies', 'des belles \nhaies']).toContain(covered(text, anchor))
    expect(covered(away, anchor)).toBe(covered(text, anchor))
    expect(covered(copyOf(text), anchor)).toBe(covered(text, anchor))
  })

  test('[A4] is nowhere once its characters are gone, though the same words are written again', () => {
    const text = textOf('Planter des haies à Blois\n')
    const anchor = anchorOn(text, 'haies')
    remove(text, 'haies')
    insertAt(text, ' à Blois', 'haies')
    expect(covered(text, anchor)).toBeNull()
  })

  test('[A5] is narrowed to what is not a line end', () => {
    const text = textOf('Haies\n\nVergers\n')
    expect(covered(text, anchorOf(text, { from: 5, to: 9 }))).toBe('Ve')
    expect(anchorOf(text, { from: 5, to: 7 })).toEqual([])
    expect(anchorOf(text, { from: 3, to: 3 })).toEqual([])
  })

  test('[A8] is known once the document has had its characters, and still when they are deleted', () => {
    const text = textOf('Haies\n')
    const late = copyOf(text)
    insertAt(text, 'Haies', 'Vergers et ')
    const anchor = anchorOn(text, 'Vergers')
    const knows = () => late.doc !== null && hasHeardOf(late.doc, anchor)
    expect(knows()).toBe(false)
    remove(text, 'Vergers')
    merge(text, late)
    expect(knows()).toBe(true)
  })

  test('[A7] is located among others as if it were alone, whatever they share', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(60), remove: fc.nat(3), add: fc.string({ maxLength: 4 }), client: fc.nat(3) }),
      { maxLength: 40 },
    )
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 12 })
    fc.assert(
      fc.property(edits, ranges, edits, (before, chosen, after) => {
        const text = textOf('Planter des haies à Blois et des vergers à Troyes\n')
        const play = (played: typeof before) => {
          for (const { at, remove: length, add, client } of played) {
            if (text.doc) text.doc.clientID = 100 + client
            text.delete(Math.min(at, text.length), Math.min(length, Math.max(0, text.length - at)))
            text.insert(Math.min(at, text.length), add)
          }
        }
        play(before)
        const anchors = chosen.map(([from, length]) => anchorOf(text, { from, to: from + length }))
        play(after)
        expect(locateAnchors(text, anchors)).toEqual(anchors.flatMap((anchor) => locateAnchors(text, [anchor])))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the bytes of an anchor', () => {
  const clientRanges = fc.record({
    client: fc.nat(2 ** 32 - 1),
    gaps: fc.array(fc.tuple(fc.nat(2 ** 20), fc.integer({ min: 1, max: 2 ** 16 })), { minLength: 1, maxLength: 5 }),
  })

  test('[A6] give it back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(clientRanges, { selector: ({ client }) => client, minLength: 1 }), (clients) => {
        const anchor = clients
          .toSorted((a, b) => a.client - b.client)
          .flatMap(({ client, gaps }) => {
            let clock = 0
            return gaps.map(([gap, length]) => {
              const range = { client, clock: clock + gap, length }
              clock = range.clock + length
              return range
            })
          })
        expect(decodeAnchor(encodeAnchor(anchor))).toEqual(anchor)
      }),
    )
  })

  test('[A6] that are none are refused, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const anchor = decodeAnchor(bytes)
        if (anchor === null) return
        expect(decodeAnchor(encodeAnchor(anchor))).toEqual(anchor)
      }),
      { numRuns: 2000 },
    )
    for (const bytes of [
      [],
      [1],
      [1, 2],
      [1, 2, 0],
      [5, 0, 1, 4, 0, 1],
      [1, 0, 255, 255, 255, 255, 255, 255, 255, 255, 127],
    ])
      expect(decodeAnchor(Uint8Array.from(bytes))).toBeNull()
  })

  test('[A6] are refused past the limit, and read at it', () => {
    // Three bytes each: client 1, a gap of one, a length of one.
    const whole = Math.floor(MAX_ANCHOR_BYTES / 3)
    const anchor = Array.from({ length: whole + 1 }, (_, i) => ({ client: 1, clock: 1 + 2 * i, length: 1 }))
    expect(decodeAnchor(encodeAnchor(anchor.slice(0, whole)))).toHaveLength(whole)
    expect(decodeAnchor(encodeAnchor(anchor))).toBeNull()
  })
})
