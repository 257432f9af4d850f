import { expect, onTestFinished, test } from 'vitest'
import { projectField } from './field-text.ts'
import { LONG_TEXT_CHARACTERS, PROJECTION_THREAD_IDLE_MS } from './limits.ts'
import { LongTexts } from './long-texts.ts'
import { ManualClock } from './testing/manual-clock.ts'

function setUp() {
  const clock = new ManualClock()
  const texts = new LongTexts({ clock })
  onTestFinished(() => texts.close())
  return { clock, texts }
}

const ofLength = (length: number) => [{ insert: 'é'.repeat(length - 1) }, { insert: '\n' }]

test('[S49] a text as long as may be is read at once, one character more in a thread, both alike', async () => {
  const { texts } = setUp()
  for (const [length, inThread] of [
    [LONG_TEXT_CHARACTERS, false],
    [LONG_TEXT_CHARACTERS + 1, true],
  ] as const) {
    const delta = ofLength(length)
    expect(await texts.project('description', delta)).toEqual(projectField('description', delta))
    expect(texts.hasThread).toBe(inThread)
  }
})

test('[S49] several long texts at once each get their own', async () => {
  const { texts } = setUp()
  const lengths = [1, 2, 3].map((more) => LONG_TEXT_CHARACTERS + more)
  const answers = await Promise.all(lengths.map((length) => texts.project('moyens', ofLength(length))))
  expect(answers.map(({ plain }) => plain.length)).toEqual(lengths.map((length) => length - 1))
})

test('the thread ends when there was no long text for a while, and the next one starts another', async () => {
  const { clock, texts } = setUp()
  const long = ofLength(LONG_TEXT_CHARACTERS + 1)
  await texts.project('description', long)
  clock.advance(PROJECTION_THREAD_IDLE_MS - 1)
  expect(texts.hasThread).toBe(true)
  clock.advance(1)
  expect(texts.hasThread).toBe(false)
  expect(await texts.project('description', long)).toMatchObject({ field: 'description' })
})

test('whoever waits for a thread that ends is told, and asks again', async () => {
  const { texts } = setUp()
  const long = ofLength(LONG_TEXT_CHARACTERS + 1)
  const waiting = texts.project('description', long)
  await Promise.all([expect(waiting).rejects.toThrow('ended'), texts.close()])
  expect(await texts.project('description', long)).toMatchObject({ field: 'description' })
})
