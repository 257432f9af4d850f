import { expect, it } from 'vitest'
import { localDay } from '../../lib/text/dates.ts'
import { endOfDay, expiryDays } from './expiry.ts'

const now = new Date('2026-03-12T10:00:00.000Z')

it('lets a key end from today to a year from now', () => {
  expect(expiryDays(now)).toEqual({ first: '2026-03-12', last: '2027-03-12' })
})

it('makes a key hold all its last day, where the reader is, within what the server takes', () => {
  const end = endOfDay(expiryDays(now).last)
  expect(localDay(end)).toBe('2027-03-12')
  expect(new Date(end).getHours()).toBe(23)
  expect(new Date(end).getTime() - now.getTime()).toBeLessThan(366 * 24 * 3_600_000)
})
