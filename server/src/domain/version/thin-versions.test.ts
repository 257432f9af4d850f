import { expect, test } from 'vitest'
import { versionsToThin } from './thin-versions.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const at = (ageMs: number) => ({ endedAt: new Date(NOW.getTime() - ageMs) })
const kept = (ages: number[]) => {
  const versions = ages.map(at)
  const thinned = new Set(versionsToThin(versions, NOW))
  return versions.filter((version) => !thinned.has(version)).map(({ endedAt }) => NOW.getTime() - endedAt.getTime())
}

test.each([
  ['nothing of nothing', [], []],
  ['all of two days', [0, MINUTE, 2 * MINUTE, 2 * DAY - 1], [0, MINUTE, 2 * MINUTE, 2 * DAY - 1]],
  [
    'the last of an hour after two days',
    [0, 2 * DAY - 1, 2 * DAY + MINUTE, 2 * DAY + 2 * MINUTE],
    [0, 2 * DAY - 1, 2 * DAY + MINUTE],
  ],
  ['both sides of an hour', [0, 3 * DAY - MINUTE, 3 * DAY + MINUTE], [0, 3 * DAY - MINUTE, 3 * DAY + MINUTE]],
  ['one an hour up to thirty days', [0, 30 * DAY - 1, 30 * DAY - HOUR], [0, 30 * DAY - 1, 30 * DAY - HOUR]],
  ['one a day after thirty days', [0, 30 * DAY, 30 * DAY + HOUR, 31 * DAY], [0, 30 * DAY, 31 * DAY]],
  ['one a week after a year', [0, 365 * DAY, 366 * DAY, 372 * DAY], [0, 365 * DAY, 372 * DAY]],
  ['the last of all, however old', [2000 * DAY, 2000 * DAY + MINUTE], [2000 * DAY]],
])('keeps %s', (_, ages, expected) => {
  expect(kept(ages).toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
})

test('keeps the same ones when it is done each hour as when it is done once', () => {
  const ages = Array.from({ length: 2_000 }, (_, i) => i * 37 * MINUTE)
  const once = new Set(ages.map(at).map(({ endedAt }) => endedAt.getTime()))
  const all = [...once].map((time) => ({ endedAt: new Date(time) }))
  let step = all
  for (let day = 0; day < 60; day++) {
    const then = new Date(NOW.getTime() + day * DAY)
    const thinned = new Set(versionsToThin(step, then))
    step = step.filter((version) => !thinned.has(version))
  }
  const end = new Date(NOW.getTime() + 59 * DAY)
  const gone = new Set(versionsToThin(all, end))
  expect(step).toEqual(all.filter((version) => !gone.has(version)))
})

test('two years of ten versions a day leave about five hundred', () => {
  const versions = Array.from({ length: 7_300 }, (_, i) => at(i * 2.4 * HOUR))
  const left = versions.length - versionsToThin(versions, NOW).length
  expect(left).toBeGreaterThan(300)
  expect(left).toBeLessThan(800)
})
