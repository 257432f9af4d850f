import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blocksSchema } from './block.ts'
import { readBlocks, readTextBlocks } from './read-blocks.ts'
import { anyDeltas, fields } from './testing.ts'
import { writeBlocks } from './write-blocks.ts'

const EMPTY = { kind: 'paragraph', indent: 0, checked: false, inlines: [] }

describe('the normal form', { timeout: 60_000 }, () => {
  it.each([[[]], [[{ insert: '\n' }]], [[{ insert: '' }]]])('of %j is one empty paragraph', (delta) => {
    expect(readBlocks(delta)).toEqual([EMPTY])
  })

  it('reads text after the last line end as a paragraph', () => {
    expect(readBlocks([{ insert: 'a' }, { insert: '\n', attributes: { kind: 'h2' } }, { insert: 'b' }])).toEqual([
      { ...EMPTY, kind: 'h2', inlines: [{ text: 'a', attributes: {} }] },
      { ...EMPTY, inlines: [{ text: 'b', attributes: {} }] },
    ])
  })

  it('leaves out unknown embeds and attributes, and joins what they parted', () => {
    const delta = [
      { insert: 'a' },
      { insert: { video: 'x' } },
      { insert: 'b', attributes: { color: 'red' } },
      { insert: 'c\n' },
    ]
    expect(readBlocks(delta)).toEqual([{ ...EMPTY, inlines: [{ text: 'abc', attributes: {} }] }])
  })

  it('is ticked on check boxes only', () => {
    const delta = [{ insert: '\n', attributes: { kind: 'bullet', checked: true } }]
    expect(readBlocks(delta)).toEqual([{ ...EMPTY, kind: 'bullet' }])
  })

  it('belongs to the model, whatever the delta', () => {
    fc.assert(
      fc.property(anyDeltas, (delta) => {
        const blocks = readBlocks(delta)
        expect(blocksSchema.safeParse(blocks).error).toBeUndefined()
        expect(readBlocks(writeBlocks(blocks))).toEqual(blocks)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read from a live text as from its delta', () => {
    fc.assert(
      fc.property(fields, (blocks) => {
        const text = new Y.Doc().getText('description')
        text.applyDelta(writeBlocks(blocks))
        expect(readTextBlocks(text)).toEqual(blocks)
      }),
      { numRuns: 200 },
    )
  })
})
