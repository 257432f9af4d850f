import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AckLedger } from './ack-ledger.ts'

test('[S29] acknowledges exactly the frames before the first that is not answered, in whatever order answers come', () => {
  const orders = fc
    .integer({ min: 1, max: 30 })
    .chain((frames) =>
      fc.shuffledSubarray(Array.from({ length: frames }, (_, i) => i + 1)).map((answers) => ({ frames, answers })),
    )
  fc.assert(
    fc.property(orders, ({ frames, answers }) => {
      const ledger = new AckLedger()
      for (let i = 0; i < frames; i++) ledger.next()
      const answered = new Set<number>()
      for (const ordinal of answers) {
        ledger.answer(ordinal)
        answered.add(ordinal)
        let expected = 0
        while (answered.has(expected + 1)) expected += 1
        expect(ledger.acknowledged).toBe(expected)
      }
    }),
  )
})

test('[S29] a frame that waits for a resync is answered by the first step2 after it, and by no other', () => {
  const ledger = new AckLedger()
  const [first, lacking, second, step2, late] = [
    ledger.next(),
    ledger.next(),
    ledger.next(),
    ledger.next(),
    ledger.next(),
  ]
  ledger.answer(first)
  ledger.awaitResync(lacking)
  ledger.answer(second)
  ledger.awaitResync(late)
  expect(ledger.acknowledged).toBe(first)
  ledger.answerResync(step2)
  expect(ledger.acknowledged).toBe(step2)
  ledger.answerResync(ledger.next())
  expect(ledger.acknowledged).toBe(ledger.received)
})
