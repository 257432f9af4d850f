import { expect, it } from 'vitest'
import { ManualClock } from '../reconnection/testing/manual-clock.ts'
import { TestSurroundings } from '../reconnection/testing/test-surroundings.ts'
import { HIDDEN_MS, whileShown } from './shown-transport.ts'
import { transportsInTest } from './testing/test-transport.ts'
import { BROKEN } from './transport.ts'

function page({ hidden = false } = {}) {
  const [clock, surroundings, { opened, open }] = [new ManualClock(), new TestSurroundings(), transportsInTest()]
  surroundings.hidden = hidden
  const ends: number[] = []
  const events = {
    onOpen: () => undefined,
    onFrame: () => undefined,
    onEnd: ({ code }: { code: number }) => void ends.push(code),
  }
  const transport = whileShown({ clock, surroundings, events }, open)
  const show = (shown: boolean) => {
    surroundings.hidden = !shown
    surroundings.wake()
  }
  return { clock, surroundings, opened, ends, transport, show }
}

it('[S118] leaves the stream of a page that nobody has looked at for a while, not before', () => {
  const { clock, opened, ends, show, surroundings } = page()
  clock.advance(10 * HIDDEN_MS)
  show(false)
  clock.advance(HIDDEN_MS)
  show(true)
  clock.advance(HIDDEN_MS)
  expect([opened[0]?.isClosed, ends]).toEqual([false, []])
  show(false)
  clock.advance(2 * HIDDEN_MS)
  expect([opened[0]?.isClosed, ends, surroundings.listeners]).toEqual([true, [BROKEN], 0])
})

it('[S118] opens none in a page that nobody looks at, and one when it is shown', () => {
  const { clock, opened, show, transport } = page({ hidden: true })
  clock.advance(HIDDEN_MS)
  expect(opened).toEqual([])
  show(true)
  show(true)
  expect(opened).toHaveLength(1)
  transport.send(Uint8Array.of(1))
  expect(opened[0]?.sent).toHaveLength(1)
})

it('[S118] tells once of a stream that ends, and looks no more', () => {
  const { clock, opened, ends, show, surroundings } = page()
  opened[0]?.end(1012)
  show(false)
  clock.advance(3 * HIDDEN_MS)
  expect([ends, surroundings.listeners]).toEqual([[1012], 0])
})

it('[S118] a stream that is hung up on before it was opened stays so', () => {
  const { opened, transport, show } = page({ hidden: true })
  transport.close()
  show(true)
  expect(opened).toEqual([])
})
