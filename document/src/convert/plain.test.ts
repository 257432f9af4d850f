import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextDelta } from '../model.ts'
import { resolveTokens } from './embed-token.ts'
import { deltaToPlain, deltaToPlainLine, plainLineToDelta, plainToDelta } from './plain.ts'
import { anyDeltas } from './testing.ts'

const USER = '11111111-1111-4111-8111-111111111111'

describe('plain text', { timeout: 60_000 }, () => {
  it('reads any delta of any client', () => {
    fc.assert(
      fc.property(anyDeltas, (delta) => {
        expect(deltaToPlain(delta).isWellFormed()).toBe(true)
        expect(deltaToPlainLine(delta)).not.toMatch(/[\n\r]/)
      }),
      { numRuns: 1000 },
    )
  })

  it('ends a field with one line end, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const delta of [plainToDelta(text), plainLineToDelta(text)]) {
          const inserted = delta.map(({ insert }) => insert).join('')
          expect(inserted.endsWith('\n')).toBe(true)
          expect(inserted === '\n' || !inserted.endsWith('\n\n')).toBe(true)
        }
      }),
    )
  })

  it.each([
    ['a line end of each system', 'a\r\nb\nc\rd', 'a\nb\nc\nd'],
    ['markup as characters', '# a\n- **b**', '# a\n- **b**'],
    ['no line end at the end', 'a\n\n\n', 'a'],
    ['nothing', '', ''],
  ])('keeps %s', (_, text, kept) => {
    expect(deltaToPlain(plainToDelta(text))).toBe(kept)
  })

  it('writes lists with their markers, numbered as they are shown', () => {
    const item = (insert: string, kind: string, indent = 0): TextDelta => [
      { insert },
      { insert: '\n', attributes: { kind, indent } },
    ]
    const delta = [
      ...item('a', 'number'),
      ...item('b', 'number', 1),
      ...item('c', 'number'),
      ...item('d', 'bullet'),
      ...item('e', 'number'),
      ...item('f', 'check'),
    ]
    expect(deltaToPlain(delta)).toBe('1. a\n  1. b\n2. c\n- d\n1. e\n[ ] f')
  })

  it('keeps a title on one line', () => {
    expect(plainLineToDelta(' Un\r\ntitre \n')).toEqual([{ insert: 'Un titre\n' }])
    expect(deltaToPlainLine([{ insert: 'Un\ntitre\n' }])).toBe('Un titre')
    expect(plainLineToDelta('')).toEqual([{ insert: '\n' }])
  })

  it('names embeds by tokens, which typed characters cannot imitate', () => {
    const delta: TextDelta = [
      { insert: { mention: { kind: 'user', id: USER } } },
      { insert: ` <pupitre:user/` },
      { insert: `${USER}>`, attributes: { bold: true } },
      { insert: '\n' },
    ]
    expect(resolveTokens(deltaToPlain(delta), () => 'Jeanne')).toBe(`Jeanne ‹pupitre:user/${USER}›`)
  })
})
