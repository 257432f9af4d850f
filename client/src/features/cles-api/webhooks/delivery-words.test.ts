import { expect, it } from 'vitest'
import { outcomeText, triesText } from './delivery-words.ts'

const now = new Date('2026-03-12T10:00:00.000Z')
const later = '2026-03-12T16:00:00.000Z'

it('says how a try ended', () => {
  const ended = { status: 'LIVREE', attempts: 1 } as const
  expect(outcomeText({ ...ended, httpStatus: 204, durationMs: 85 })).toBe('Réponse 204 en 85\u00a0ms.')
  expect(outcomeText({ ...ended, failure: 'STATUT', httpStatus: 500, durationMs: 12 })).toBe(
    'Le receveur n’a pas accepté. Réponse 500 en 12\u00a0ms.',
  )
  expect(outcomeText({ ...ended, failure: 'DELAI', durationMs: 10_000 })).toMatch(/^Le receveur n’a pas répondu/)
  expect(outcomeText({ ...ended, status: 'EN_ATTENTE', attempts: 0 })).toBeNull()
})

it('says how many tries there were, and when the next is', () => {
  expect(triesText({ status: 'LIVREE', attempts: 1 }, now)).toBeNull()
  expect(triesText({ status: 'ABANDONNEE', attempts: 11 }, now)).toBe('11\u00a0essais')
  expect(triesText({ status: 'EN_ATTENTE', attempts: 0, nextAttemptAt: now.toISOString() }, now)).toBe(
    'Part dans un instant',
  )
  expect(triesText({ status: 'EN_ATTENTE', attempts: 3, nextAttemptAt: later }, now)).toMatch(
    /^3\u00a0essais, prochain le 12 mars 2026 à /,
  )
  expect(triesText({ status: 'EN_ATTENTE', attempts: 1, nextAttemptAt: now.toISOString() }, now)).toBe(
    '1\u00a0essai, le suivant part',
  )
})
