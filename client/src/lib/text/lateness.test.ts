import { expect, it } from 'vitest'
import { isLate, todayIn } from './lateness.ts'

it('says the day that it is in the collectivité, overseas too', () => {
  const now = new Date('2026-03-11T23:30:00Z')
  expect(todayIn('Europe/Paris', now)).toBe('2026-03-12')
  expect(todayIn('America/Cayenne', now)).toBe('2026-03-11')
  expect(todayIn('Pacific/Noumea', now)).toBe('2026-03-12')
})

it('finds late what is past its échéance and still to do', () => {
  const today = '2026-03-12'
  expect(isLate({ statut: 'EN_COURS', dateFin: '2026-03-11' }, today)).toBe(true)
  expect(isLate({ statut: null, dateFin: '2026-03-11' }, today)).toBe(true)
  expect(isLate({ statut: 'EN_COURS', dateFin: '2026-03-12' }, today)).toBe(false)
  expect(isLate({ statut: 'REALISE', dateFin: '2026-03-11' }, today)).toBe(false)
  expect(isLate({ statut: 'ABANDONNE', dateFin: '2026-03-11' }, today)).toBe(false)
  expect(isLate({ statut: 'EN_COURS', dateFin: null }, today)).toBe(false)
})
