import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sequence } from './sequence.ts'
import type { Entry } from './sequence.ts'

describe('a sequence', () => {
  test('[B30] agrees with an array on order, offsets and lengths', () => {
    const act = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 5 }), isRemoval: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const sequence = new Sequence<number>()
        const model: { entry: Entry<number>; length: number }[] = []
        for (const [value, { at, length, isRemoval }] of acts.entries()) {
          if (isRemoval && model.length > 0) {
            for (const { entry } of model.splice(at % model.length, 1)) sequence.remove(entry)
            continue
          }
          const place = at % (model.length + 1)
          const entry = sequence.insertAfter(model[place - 1]?.entry ?? null, value, length)
          model.splice(place, 0, { entry, length })
        }
        expect([...sequence]).toEqual(model.map(({ entry }) => entry.value))
        let offset = 0
        for (const [i, { entry, length }] of model.entries()) {
          expect(sequence.offsetOf(entry)).toBe(offset)
          expect(sequence.at(offset)).toBe(entry)
          expect(sequence.at(offset + length - 1)).toBe(entry)
          expect(sequence.next(entry)).toBe(model[i + 1]?.entry ?? null)
          expect(sequence.previous(entry)).toBe(model[i - 1]?.entry ?? null)
          offset += length
        }
        expect(sequence.length).toBe(offset)
        expect(sequence.at(offset)).toBe(model.at(-1)?.entry ?? null)
      }),
    )
  })

  test('[B30] stays flat when values come in order', () => {
    const sequence = new Sequence<number>()
    let last: Entry<number> | null = null
    for (let i = 0; i < 10_000; i++) last = sequence.insertAfter(last, i, 1)
    let deepest = 0
    for (let entry = sequence.first; entry; entry = sequence.next(entry)) {
      let depth = 0
      for (let each = entry; each.parent; each = each.parent) depth += 1
      deepest = Math.max(deepest, depth)
    }
    expect(deepest).toBeLessThan(60)
  })
})
