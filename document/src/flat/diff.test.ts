import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { flatText } from '../../test/arbitrary-text.ts'
import { writeText } from '../client/write-text.ts'
import type { TextEdit } from '../model.ts'
import { applyEdit } from './apply-edit.ts'
import { flatBlock } from './block.ts'
import type { FlatBlock } from './block.ts'
import { diffBlocks } from './diff.ts'
import { insertLength, oldLength } from './edit-builder.ts'
import { PLAIN_BLOCK, PLAIN_TEXT } from './format.ts'
import { readFlatBlocks } from './read-text.ts'
import { BREAK, isEmbedToken } from './token.ts'
import { tokensOf } from './tokens.ts'

const caret = fc.option(fc.nat(40))

function applied(blocks: readonly FlatBlock[], edit: TextEdit): FlatBlock[] {
  return applyEdit(blocks, edit, 'rich').map(({ block }) => block)
}

function lines(...texts: string[]): FlatBlock[] {
  return texts.map((text) => line(text))
}

function line(text: string, format = PLAIN_BLOCK): FlatBlock {
  return flatBlock({ runs: text ? [{ text, format: PLAIN_TEXT }] : [], format, ended: true })
}

describe('the diff of two texts', () => {
  test('[B10] applied to the old text gives the new one', () => {
    fc.assert(
      fc.property(flatText, flatText, caret, (old, now, at) => {
        expect(applied(old, diffBlocks(old, now, at))).toEqual(now)
      }),
      { numRuns: 3000 },
    )
  })

  test('[B10] written to a Y.Text gives the new text', () => {
    fc.assert(
      fc.property(flatText, flatText, caret, (old, now, at) => {
        const text = new Y.Doc().getText('description')
        writeText(text, diffBlocks([], old, null))
        expect(readFlatBlocks(text, 'rich')).toEqual(old)
        writeText(text, diffBlocks(old, now, at))
        expect(readFlatBlocks(text, 'rich')).toEqual(now)
      }),
      { numRuns: 1000 },
    )
  })

  test('[B11] never cuts a code point in two', () => {
    fc.assert(
      fc.property(flatText, flatText, caret, (old, now, at) => {
        const text = tokensOf(old)
          .tokens.map((token) => (isEmbedToken(token) ? '\ufffc' : token))
          .join('')
        let position = 0
        for (const op of diffBlocks(old, now, at)) {
          if ('insert' in op && typeof op.insert === 'string') expect(op.insert.isWellFormed()).toBe(true)
          position += oldLength(op)
          expect(text.slice(0, position).isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('[B12] says all attributes of what it inserts and nothing of what stays the same', () => {
    fc.assert(
      fc.property(flatText, caret, (old, at) => {
        expect(diffBlocks(old, old, at)).toEqual([])
      }),
    )
  })

  test('[B13] keeps all characters when line ends come and go', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 4 }), fc.array(fc.nat(12), { maxLength: 4 }), (first, second) => {
        const cut = (at: number[]) =>
          lines(
            ...[...'aabbaabbaabb']
              .map((c, i) => (at.includes(i) ? `\n${c}` : c))
              .join('')
              .split('\n'),
          )
        const edit = diffBlocks(cut(first), cut(second), null)
        for (const op of edit) if ('insert' in op) expect(op.insert).toMatch(/^\n+$/)
      }),
    )
  })

  test('[B13] keeps a character rather than a soft break that it changed places with', () => {
    const broken = (before: string, after: string) =>
      flatBlock({
        runs: [before, BREAK, after]
          .filter(Boolean)
          .map((text) => ({ text, format: text === BREAK ? '' : PLAIN_TEXT })),
        format: PLAIN_BLOCK,
        ended: true,
      })
    const edit = diffBlocks([broken('ab', 'cd')], [broken('a', 'b')], null)
    expect(edit).toEqual([{ retain: 1 }, { insert: { break: true }, attributes: {} }, { retain: 1 }, { delete: 3 }])
  })

  test('[B14] inserts a repeated character at the caret', () => {
    expect(diffBlocks(lines('aaaa'), lines('aaaaa'), 2)).toEqual([{ retain: 1 }, { insert: 'a', attributes: {} }])
    expect(diffBlocks(lines('aaaa'), lines('aaaaa'), 5)).toEqual([{ retain: 4 }, { insert: 'a', attributes: {} }])
  })

  test('[B14] deletes a repeated character at the caret', () => {
    expect(diffBlocks(lines('aaaa'), lines('aaa'), 2)).toEqual([{ retain: 2 }, { delete: 1 }])
  })

  test('[B15] puts a new block after the old line end', () => {
    expect(diffBlocks(lines('un', 'un'), lines('un', 'un', 'un'), null)).toEqual([
      { retain: 6 },
      { insert: 'un\n', attributes: {} },
    ])
    expect(diffBlocks([line('titre', 'h2|0|0')], [line('titre', 'h2|0|0'), line('')], 6)).toEqual([
      { retain: 6 },
      { insert: '\n', attributes: {} },
    ])
  })

  test('[B15] deletes a whole block with its own line end', () => {
    expect(diffBlocks(lines('a', 'b', 'c'), lines('a', 'c'), null)).toEqual([{ retain: 2 }, { delete: 2 }])
  })

  test('[B16] Enter inserts one line end, which takes the kind of the first half', () => {
    expect(diffBlocks([line('abcd', 'h2|0|0')], [line('ab', 'h2|0|0'), line('cd', 'h2|0|0')], 3)).toEqual([
      { retain: 2 },
      { insert: '\n', attributes: { kind: 'h2' } },
    ])
  })

  test('[B17] joining two blocks deletes one line end and gives the survivor the first kind', () => {
    expect(diffBlocks([line('ab', 'h2|0|0'), line('cd')], [line('abcd', 'h2|0|0')], 2)).toEqual([
      { retain: 2 },
      { delete: 1 },
      { retain: 2 },
      { retain: 1, attributes: { kind: 'h2' } },
    ])
  })

  test('[B18] changes nothing but the text when a text is replaced by another', () => {
    const edit = diffBlocks(lines('un deux trois'), lines('quatre'), null)
    const inserted = edit.reduce((sum, op) => sum + ('insert' in op ? insertLength(op.insert) : 0), 0)
    expect(inserted).toBeLessThanOrEqual(6)
  })
})
