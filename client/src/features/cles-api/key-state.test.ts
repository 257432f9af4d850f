import { describe, expect, it } from 'vitest'
import { endText, formerSecret, keyState } from './key-state.ts'

const now = new Date('2026-03-12T10:00:00.000Z')
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000).toISOString()

describe('a key', () => {
  it.each([
    ['is active', { expiresAt: inDays(15) }, 'ACTIVE', 'Expire le 27\u00a0mars\u00a02026'],
    ['ends soon', { expiresAt: inDays(14) }, 'BIENTOT', 'Expire dans 14\u00a0jours, le 26\u00a0mars\u00a02026'],
    ['ends tomorrow', { expiresAt: inDays(1) }, 'BIENTOT', 'Expire dans 1\u00a0jour, le 13\u00a0mars\u00a02026'],
    ['has ended', { expiresAt: inDays(0) }, 'EXPIREE', 'Expirée depuis le 12\u00a0mars\u00a02026'],
  ] as const)('%s', (_case, key, state, words) => {
    expect(keyState(key, now)).toBe(state)
    expect(endText(key, now)).toBe(words)
  })

  it('that ends today says the time', () => {
    expect(endText({ expiresAt: inDays(1 / 24) }, now)).toMatch(/^Expire aujourd’hui à \d\d:\d\d$/)
  })

  it('that was revoked is so, expired or not, and says when', () => {
    for (const days of [-1, 30]) {
      const key = { expiresAt: inDays(days), revokedAt: inDays(-2) }
      expect(keyState(key, now)).toBe('REVOQUEE')
      expect(endText(key, now)).toMatch(/^Révoquée le 10 mars 2026 à /)
    }
  })
})

describe('the secret that another replaced', () => {
  const key = { expiresAt: inDays(30), previousPrefix: 'pup_ancien', previousUntil: inDays(7) }

  it.each([
    ['is accepted for some days', key, { until: inDays(7), isAccepted: true }],
    ['is no more, past its day', { ...key, previousUntil: inDays(0) }, { until: inDays(0), isAccepted: false }],
    ['ends with its key', { ...key, expiresAt: inDays(3) }, { until: inDays(3), isAccepted: true }],
    ['is worth nothing of a revoked key', { ...key, revokedAt: inDays(-1) }, { until: inDays(7), isAccepted: false }],
  ])('%s', (_case, given, told) => {
    expect(formerSecret(given, now)).toEqual({ prefix: 'pup_ancien', ...told })
  })

  it('is none of a key that has had one only', () => {
    expect(formerSecret({ expiresAt: inDays(30), previousPrefix: null, previousUntil: null }, now)).toBeNull()
  })
})
