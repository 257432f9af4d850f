import { expect, test } from 'vitest'
import { Oracle } from './oracle.ts'

/** Two people who typed ‹a.0› and ‹b.0›; nobody was promised anything yet. */
function twoMarks() {
  let now = 0
  const oracle = new Oracle({ now: () => now })
  oracle.typedBy('a', '‹a.0›')
  oracle.typedBy('b', '‹b.0›')
  return { oracle, wait: (ms: number) => (now += ms) }
}

const nothing = { lost: [], doubled: [], missing: [], torn: '', diverged: [] }
const everyone = (text: string) => new Map([['a', text]])

test('finds nothing wrong where everything is stored once and everyone has it', () => {
  const { oracle } = twoMarks()
  oracle.acknowledgedTo('‹a.0›')
  oracle.seenBy('a', '‹b.0›')
  const stored = '‹a.0›‹b.0›\n'
  oracle.checkStored(stored)
  expect(oracle.judge({ stored, copies: everyone(stored) })).toMatchObject({
    ...nothing,
    typed: 2,
    acknowledged: 1,
    seen: 1,
  })
})

test('names what was acknowledged, seen or said to be saved, and is not stored', () => {
  const { oracle } = twoMarks()
  oracle.acknowledgedTo('‹a.0›')
  oracle.seenBy('a', '‹b.0›')
  oracle.checkStored('\n')
  oracle.saidSaved('‹b.0›')
  const stored = '‹a.0›\n'
  expect(oracle.judge({ stored, copies: everyone(stored) })).toMatchObject({
    lost: ['‹a.0› (acknowledged, typed by a)', '‹b.0› (seen, typed by b)', '‹b.0› (said saved, typed by b)'],
    missing: ['‹b.0›'],
  })
})

test('takes what was promised to nobody for lost only at the end', () => {
  const { oracle } = twoMarks()
  oracle.seenBy('a', '‹a.0›')
  oracle.checkStored('\n')
  const stored = '‹a.0›‹b.0›\n'
  expect(oracle.judge({ stored, copies: everyone(stored) })).toMatchObject(nothing)
})

test('names what is stored twice, and who has something else', () => {
  const { oracle } = twoMarks()
  const stored = '‹a.0›‹b.0›‹a.0›\n'
  expect(oracle.judge({ stored, copies: everyone('‹a.0›‹b.0›\n') })).toMatchObject({
    doubled: ['‹a.0›'],
    diverged: ['a, from character 10 of 16 on: "‹a.0›‹b.0›\\n" for "‹a.0›‹b.0›‹a.0›\\n"'],
  })
})

test('takes a page that does not show the line end of the last line for whole', () => {
  const { oracle } = twoMarks()
  const stored = '‹a.0›\n‹b.0›\n'
  expect(oracle.judge({ stored, copies: everyone('‹a.0›\n‹b.0›') }).diverged).toEqual([])
  expect(oracle.judge({ stored, copies: everyone('‹a.0›‹b.0›') }).diverged).toHaveLength(1)
})

test('does not take the length of a fault for the server’s slowness', () => {
  const { oracle, wait } = twoMarks()
  wait(7)
  oracle.acknowledgedTo('‹a.0›')
  wait(1)
  oracle.faultBegins()
  wait(1_000)
  oracle.faultIsMended()
  oracle.acknowledgedTo('‹b.0›')
  wait(30)
  oracle.faultEnds()
  const stored = '‹a.0›‹b.0›\n'
  const { acknowledgementsMs, recoveriesMs } = oracle.judge({ stored, copies: everyone(stored) })
  expect({ acknowledgementsMs, recoveriesMs }).toEqual({ acknowledgementsMs: [7], recoveriesMs: [30] })
})

test('tells a mark inside which somebody typed', () => {
  const { oracle } = twoMarks()
  const stored = '‹a‹b.0›.0›\n'
  expect(oracle.judge({ stored, copies: everyone(stored) })).toMatchObject({ missing: ['‹a.0›'], torn: '‹a.0›' })
})
