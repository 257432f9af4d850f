import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksSchema } from './block.ts'
import { htmlToDelta } from './html-read.ts'
import { deltaToHtml } from './html-write.ts'
import { readBlocks } from './read-blocks.ts'
import { hostileHtml } from './testing-html.ts'
import { anyDeltas, fields } from './testing.ts'
import { writeBlocks } from './write-blocks.ts'

describe('HTML', { timeout: 60_000 }, () => {
  it('gives back every field that it wrote, exactly', () => {
    fc.assert(
      fc.property(fields, (blocks) => {
        const html = deltaToHtml(writeBlocks(blocks))
        expect(readBlocks(htmlToDelta(html))).toEqual(blocks)
      }),
      { numRuns: 2000 },
    )
  })

  it('writes any delta of any client', () => {
    fc.assert(
      fc.property(anyDeltas, (delta) => {
        expect(readBlocks(htmlToDelta(deltaToHtml(delta)))).toEqual(readBlocks(delta))
      }),
      { numRuns: 500 },
    )
  })

  it('reads hostile markup into the model and nothing else', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const delta = htmlToDelta(html)
        const blocks = readBlocks(delta)
        expect(blocksSchema.safeParse(blocks).error).toBeUndefined()
        expect(writeBlocks(blocks)).toEqual(delta)
      }),
      { numRuns: 3000 },
    )
  })

  it('shows only what is safe in a page', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const shown = deltaToHtml(htmlToDelta(html))
        const tags = [...shown.matchAll(/<\/?([a-z0-9:-]+)([^>]*)>/gi)]
        expect(
          tags.filter(
            ([, name = '']) => !/^(?:p|h2|h3|blockquote|ul|ol|li|input|br|span|strong|em|s|u|code|a)$/.test(name),
          ),
        ).toEqual([])
        expect(tags.filter(([, , attributes = '']) => /\bon\w+=|javascript:|data:text/i.test(attributes))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('reads elements nested thousands deep as their text', () => {
    const deep = `${'<div>'.repeat(100_000)}profond${'</div>'.repeat(100_000)}`
    expect(htmlToDelta(deep)).toEqual([{ insert: 'profond' }, { insert: '\n' }])
  })
})
