import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LogPosition } from './log-position.ts'

test('[S70] what is committed after missing updates counts only once these are in', () => {
  const position = new LogPosition(10n)
  position.take({ from: 12n, to: 13n })
  position.take({ from: 15n, to: 15n })
  expect([position.seq, position.heard, position.isBehind]).toEqual([10n, 15n, true])
  position.take({ from: 11n, to: 11n })
  expect([position.seq, position.isBehind]).toEqual([13n, true])
  position.reach(14n)
  expect([position.seq, position.isBehind]).toEqual([15n, false])
})

test('[S70] what is in already moves nothing back', () => {
  const position = new LogPosition(10n)
  position.take({ from: 3n, to: 7n })
  position.hear(9n)
  expect([position.seq, position.isBehind]).toEqual([10n, false])
})

test('[S70] in whatever order ranges come, some of them twice, the position is the end of those without a gap', () => {
  const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 5 })), { maxLength: 40 })
  fc.assert(
    fc.property(ranges, (taken) => {
      const position = new LogPosition(0n)
      const held = new Set<number>()
      for (const [from, more] of taken) {
        position.take({ from: BigInt(from), to: BigInt(from + more) })
        for (let seq = from; seq <= from + more; seq++) held.add(seq)
      }
      let expected = 0
      while (held.has(expected + 1)) expected += 1
      expect(position.seq).toBe(BigInt(expected))
      expect(position.isBehind).toBe([...held].some((seq) => seq > expected))
    }),
  )
})
