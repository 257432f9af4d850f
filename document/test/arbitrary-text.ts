import fc from 'fast-check'
import { flatBlock, pushRun } from '../src/flat/block.ts'
import type { FlatBlock, Run } from '../src/flat/block.ts'
import { blockFormat } from '../src/flat/format.ts'
import { BREAK, embedToken, tokenLength } from '../src/flat/token.ts'
import { tokensOf } from '../src/flat/tokens.ts'
import { BLOCK_KINDS, MAX_INDENT } from '../src/model.ts'
import type { TextEdit } from '../src/model.ts'

// Few different characters, so that most diffs are ambiguous; some are pairs of UTF-16 units.
const character = fc.constantFrom('a', 'b', 'é', '𝄞', '👍', '🏽')
const format = fc.constantFrom('0|', '1|', '3|', '0|https://exemple.fr')

const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text: fc.string({ unit: character, minLength: 1, maxLength: 4 }), format }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(BREAK, embedToken({ mention: { id: 'x', kind: 'user' } }))
      .map((text) => ({ text, format: '' })),
  },
)

const block: fc.Arbitrary<FlatBlock> = fc
  .record({
    runs: fc.array(run, { maxLength: 3 }),
    kind: fc.constantFrom(...BLOCK_KINDS.slice(0, 3)),
    indent: fc.integer({ min: 0, max: Math.min(1, MAX_INDENT) }),
  })
  .map(({ runs, kind, indent }) => {
    const joined: Run[] = []
    for (const { text, format: each } of runs) pushRun(joined, text, each)
    return flatBlock({ runs: joined, format: blockFormat({ kind, indent, checked: false }), ended: true })
  })

/** A text of a few short blocks. */
export const flatText = fc.array(block, { minLength: 1, maxLength: 5 })

const inserted = fc.record({
  insert: fc.oneof(
    fc.string({ unit: fc.constantFrom('x', 'y', '🎵', '\n'), minLength: 1, maxLength: 3 }),
    fc.constant({ break: true }),
  ),
  attributes: fc.constantFrom({}, { bold: true }),
})

const attributes = fc.constantFrom(
  { bold: true },
  { bold: null },
  { link: 'https://exemple.fr/x' },
  { italic: true, bold: null },
)

/** An edit of a text, which splits no code point. */
export function editOf(blocks: readonly FlatBlock[]): fc.Arbitrary<TextEdit> {
  const lengths = tokensOf(blocks).tokens.map(tokenLength)
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.constant('keep' as const) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
    { weight: 1, arbitrary: attributes },
  )
  return fc
    .tuple(
      fc.array(act, { minLength: lengths.length, maxLength: lengths.length }),
      fc.array(fc.option(inserted), { minLength: lengths.length + 1, maxLength: lengths.length + 1 }),
    )
    .map(([acts, inserts]) =>
      [...lengths, 0].flatMap((length, i): TextEdit => {
        const here: TextEdit = inserts[i] ? [inserts[i]] : []
        const what = acts[i]
        if (!length || what === undefined) return here
        if (what === 'keep') return [...here, { retain: length }]
        return [...here, what === 'delete' ? { delete: length } : { retain: length, attributes: what }]
      }),
    )
}

/** A text and two edits that were both made on it. */
export const textWithTwoEdits = flatText.chain((blocks) =>
  fc.tuple(fc.constant(blocks), editOf(blocks), editOf(blocks)),
)
