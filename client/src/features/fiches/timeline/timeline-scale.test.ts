import { expect, it } from 'vitest'
import { barOf, movedSpan, scaleOf } from './timeline-scale.ts'

const scale = scaleOf([], { today: '2026-06-15', pas: 'trimestre' })

it('draws whole years around today, by quarter or by year', () => {
  expect(scale.columns.map(({ label }) => label)).toEqual(['T1', 'T2', 'T3', 'T4', 'T1', 'T2', 'T3', 'T4'])
  expect(scale.years.map(({ label }) => label)).toEqual(['2026', '2027'])
  expect(scaleOf([], { today: '2026-06-15', pas: 'annee' }).columns.map(({ label }) => label)).toEqual(['2026', '2027'])
})

it('draws a bar from its first day to its last one, both in', () => {
  expect(barOf({ start: '2026-01-01', end: '2026-01-10' }, scale)).toEqual({ left: 0, width: 10 * scale.dayWidth })
  expect(barOf({ start: null, end: null }, scale)).toBeNull()
  expect(barOf({ start: '2026-01-01', end: null }, scale)?.width).toBe(31 * scale.dayWidth)
})

it('moves a span whole, or by an end which never passes the other', () => {
  const span = { start: '2026-01-01', end: '2026-01-10' }
  expect(movedSpan(span, { grip: 'whole', days: 31 })).toEqual({ start: '2026-02-01', end: '2026-02-10' })
  expect(movedSpan(span, { grip: 'start', days: 40 })).toEqual({ start: '2026-01-10', end: '2026-01-10' })
  expect(movedSpan(span, { grip: 'end', days: -40 })).toEqual({ start: '2026-01-01', end: '2026-01-01' })
  expect(movedSpan({ start: null, end: '2026-01-10' }, { grip: 'whole', days: 1 })).toEqual({
    start: null,
    end: '2026-01-11',
  })
})
