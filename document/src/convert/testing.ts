/** Generated fields for the conversions' property tests. */
import fc from 'fast-check'
import { BLOCK_KINDS, INLINE_MARKS, MAX_INDENT } from '../model.ts'
import type { InlineAttributes, TextDelta } from '../model.ts'
import type { Block, Inline } from './block.ts'
import { readBlocks } from './read-blocks.ts'
import { writeBlocks } from './write-blocks.ts'

const NASTY = [
  ...'*_[]()#>-+1.\\`<>&~!|"\'=:/@{}$^',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\u202f',
  'é',
  '😀',
  '中',
  '\u0301',
  '\u200b',
]
const WORDS = [
  'a',
  'b',
  'un mot',
  '1.',
  '2)',
  '- ',
  '> ',
  '## ',
  '[ ] ',
  '[x] ',
  '```',
  '~~~',
  '---',
  '===',
  '<br>',
  '</u>',
  '<!--',
  '-->',
  '&amp;',
  '&#32;',
  'https://a.fr',
  'x@y.fr',
  '](',
  '![',
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))

const link = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://a.fr/(x)',
    'https://a.fr/)(',
    'https://a.fr/a*b_c~d',
    'https://a.fr/?a=1&amp;b=2&copy',
    'mailto:a.b+c@d.fr',
    'http://a.fr/[1]!',
    "https://a.fr/'x'",
  ),
)

const attributes: fc.Arbitrary<InlineAttributes> = fc.record(
  { ...Object.fromEntries(INLINE_MARKS.map((mark) => [mark, fc.constant(true as const)])), link },
  { requiredKeys: [] },
)

const embed = fc
  .uuid()
  .chain((id) =>
    fc.constantFrom(
      { break: true as const },
      { break: true as const },
      { mention: { kind: 'user' as const, id } },
      { mention: { kind: 'service' as const, id } },
      { ficheLink: { id } },
      { image: { id } },
    ),
  )

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ text, attributes }) },
  { weight: 2, arbitrary: text.map((plain) => ({ text: plain, attributes: {} })) },
  { weight: 1, arbitrary: embed.map((value) => ({ embed: value })) },
)

const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom(...BLOCK_KINDS),
  indent: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: MAX_INDENT })),
  checked: fc.boolean(),
  inlines: fc.array(inline, { maxLength: 4 }),
})

/** Fields in normal form: what the model allows, with characters that Markdown and HTML give a meaning to. */
export const fields: fc.Arbitrary<Block[]> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => readBlocks(writeBlocks(blocks)))

/** Any delta, as a hostile or newer client could write it. */
export const anyDeltas: fc.Arbitrary<TextDelta> = fc.array(
  fc.record(
    {
      insert: fc.oneof(
        fc.string({ unit: 'binary' }),
        text,
        fc.constant('\n'),
        fc.dictionary(fc.string(), fc.anything()),
        embed.map((value) => ({ ...value })),
      ),
      attributes: fc.dictionary(
        fc.constantFrom('kind', 'indent', 'checked', 'bold', 'link', 'code', 'other', '__proto__'),
        fc.anything(),
      ),
    },
    { requiredKeys: ['insert'] },
  ),
)
