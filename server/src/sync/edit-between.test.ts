import type { TextDelta } from '@pupitre/document'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { editBetween } from './edit-between.ts'

function textOf(delta: TextDelta): Y.Text {
  const text = new Y.Doc().getText('t')
  text.applyDelta(delta)
  return text
}

/** One entry per character: where Yjs has cut its runs does not matter. */
function spelled(delta: TextDelta): [unknown, unknown][] {
  return delta.flatMap(({ insert, attributes }) =>
    (typeof insert === 'string' ? insert.split('') : [insert]).map((character): [unknown, unknown] => [
      character,
      Object.fromEntries(Object.entries(attributes ?? {}).filter(([, value]) => value !== null)),
    ]),
  )
}

const attributes = fc.constantFrom({}, { bold: true }, { bold: true, link: 'https://exemple.fr' }, { italic: true })
const insert = fc.oneof(
  fc.constantFrom('haies', ' vives ', 'é', '\n', '😀', 'a.b', '  '),
  fc.constantFrom({ break: true }, { ficheLink: { id: '1' } }),
)
const delta: fc.Arbitrary<TextDelta> = fc.array(fc.record({ insert, attributes }), { maxLength: 12 })

test('[S105] makes any text say any other, formats and embeds included', () => {
  fc.assert(
    fc.property(delta, delta, (from, to) => {
      const text = textOf(from)
      const wanted = textOf(to).toDelta()
      text.applyDelta(editBetween(text.toDelta(), wanted))
      expect(spelled(text.toDelta())).toEqual(spelled(wanted))
      expect(editBetween(wanted, wanted)).toEqual([])
    }),
    { numRuns: 2_000 },
  )
})

test('[S105] retains the words that both say, wherever they are', () => {
  const from = [{ insert: 'Planter des haies vives au printemps.\nPuis les tailler.\n' }]
  const to = [
    { insert: 'Planter des haies au printemps prochain.\nPuis les ' },
    { insert: 'tailler', attributes: { bold: true } },
    { insert: '.\n' },
  ]
  expect(editBetween(from, to)).toEqual([
    { retain: 18 },
    { delete: 6 },
    { retain: 12 },
    { insert: ' prochain' },
    { retain: 11 },
    { retain: 7, attributes: { bold: true } },
  ])
})

test('[S105] two long texts that share little are not compared for ever', () => {
  const words = (seed: number) => Array.from({ length: 40_000 }, (_, i) => ((i * seed) % 7_919).toString(36)).join(' ')
  const [from, to] = [[{ insert: words(31) }], [{ insert: words(37) }]]
  const start = performance.now()
  const text = textOf(from)
  text.applyDelta(editBetween(from, to))
  expect(text.toDelta()).toEqual(textOf(to).toDelta())
  expect(performance.now() - start).toBeLessThan(10_000)
})
