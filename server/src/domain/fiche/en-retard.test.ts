import type { Statut } from '@pupitre/prisma'
import { describe, expect, it } from 'vitest'
import { isEnRetard } from './en-retard.ts'

const dateFin = new Date('2026-03-12')

describe('isEnRetard', () => {
  it.each([
    // Nouméa is at UTC+11: its 13 March begins at 13:00 UTC on the 12th.
    ['Pacific/Noumea', '2026-03-12T12:59:59Z', false],
    ['Pacific/Noumea', '2026-03-12T13:00:00Z', true],
    // Paris is at UTC+1 then: its 13 March begins at 23:00 UTC.
    ['Europe/Paris', '2026-03-12T13:00:00Z', false],
    ['Europe/Paris', '2026-03-12T22:59:59Z', false],
    ['Europe/Paris', '2026-03-12T23:00:00Z', true],
    // Cayenne is at UTC-3: its 12 March lasts until 03:00 UTC on the 13th.
    ['America/Cayenne', '2026-03-13T02:59:59Z', false],
    ['America/Cayenne', '2026-03-13T03:00:00Z', true],
  ])('judges the last day where the collectivité is: %s at %s is %s', (timeZone, now, late) => {
    expect(isEnRetard({ statut: 'EN_COURS', dateFin }, { timeZone, now: new Date(now) })).toBe(late)
  })

  it.each<[Statut | null, boolean]>([
    [null, true],
    ['A_VENIR', true],
    ['EN_PAUSE', true],
    ['REALISE', false],
    ['ABANDONNE', false],
  ])('awaits nothing more of what is done or given up: %s is %s', (statut, late) => {
    const now = new Date('2030-01-01')
    expect(isEnRetard({ statut, dateFin }, { timeZone: 'Europe/Paris', now })).toBe(late)
  })

  it('is never of a fiche without a last day', () => {
    const now = new Date('2030-01-01')
    expect(isEnRetard({ statut: null, dateFin: null }, { timeZone: 'Europe/Paris', now })).toBe(false)
  })
})
