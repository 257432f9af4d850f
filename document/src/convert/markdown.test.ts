import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextDelta } from '../model.ts'
import { blocksSchema } from './block.ts'
import { markdownToDelta } from './markdown-read.ts'
import { deltaToMarkdown } from './markdown-write.ts'
import { readBlocks } from './read-blocks.ts'
import { hostileHtml } from './testing-html.ts'
import { anyDeltas, fields } from './testing.ts'
import { writeBlocks } from './write-blocks.ts'

describe('Markdown', { timeout: 60_000 }, () => {
  it('gives back every field that it wrote, exactly', () => {
    fc.assert(
      fc.property(fields, (blocks) => {
        const markdown = deltaToMarkdown(writeBlocks(blocks))
        expect(readBlocks(markdownToDelta(markdown))).toEqual(blocks)
      }),
      { numRuns: 2000 },
    )
  })

  it('writes any delta of any client', () => {
    fc.assert(
      fc.property(anyDeltas, (delta) => {
        expect(readBlocks(markdownToDelta(deltaToMarkdown(delta)))).toEqual(readBlocks(delta))
      }),
      { numRuns: 500 },
    )
  })

  it('reads any text into the model', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.stringMatching(/^[ \n#>*_`~\-+1.[\]()<!a]{0,60}$/),
      hostileHtml,
    )
    fc.assert(
      fc.property(texts, (markdown) => {
        const delta = markdownToDelta(markdown)
        const blocks = readBlocks(delta)
        expect(blocksSchema.safeParse(blocks).error).toBeUndefined()
        expect(writeBlocks(blocks)).toEqual(delta)
      }),
      { numRuns: 2000 },
    )
  })

  it('is what a person would write', () => {
    const delta: TextDelta = [
      { insert: 'Objectif' },
      { insert: '\n', attributes: { kind: 'h2' } },
      { insert: 'Réduire de ' },
      { insert: '20\u202f%', attributes: { bold: true } },
      { insert: ' d’ici 2030.\n' },
      { insert: 'gare' },
      { insert: '\n', attributes: { kind: 'bullet' } },
      { insert: 'arceaux' },
      { insert: '\n', attributes: { kind: 'bullet', indent: 1 } },
      { insert: 'fait' },
      { insert: '\n', attributes: { kind: 'check', checked: true } },
    ]
    expect(deltaToMarkdown(delta)).toBe(
      '## Objectif\n\nRéduire de **20\u202f%** d’ici 2030.\n\n- gare\n  - arceaux\n- [x] fait',
    )
  })

  it('is nothing for an empty field', () => {
    expect(deltaToMarkdown([{ insert: '\n' }])).toBe('')
    expect(markdownToDelta('')).toEqual([{ insert: '\n' }])
  })

  it('reads what other writers of Markdown mean', () => {
    const markdown =
      '# Titre\n\nUn\nparagraphe **gras** et [un lien][1].\n\n* a\n  1) b\n\n> cité\n\n```js\nx()\n```\n\n<table><tr><td>a</td><td>b</td></tr></table>\n\n![plan](x.png)\n\n[1]: https://a.fr/'
    expect(deltaToMarkdown(markdownToDelta(markdown))).toBe(
      '## Titre\n\nUn paragraphe **gras** et [un lien](https://a.fr/).\n\n- a\n  1. b\n\n> cité\n\n`x()`\n\na | b\n\nplan',
    )
  })
})
