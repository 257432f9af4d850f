import { expect, it } from 'vitest'
import { changedWords } from './field-names.ts'

it('says what changed in words, each thing once', () => {
  expect(changedWords(['statut', 'enRetard'])).toBe('le statut')
  expect(changedWords(['dateDebut', 'dateFin'])).toBe('la date de début et la date de fin')
  expect(changedWords(['thematiques', 'sousThematiques'])).toBe('les thématiques')
  expect(changedWords(['sousThematiques'])).toBe('les sous-thématiques')
})

it('says nothing of what the page shows otherwise', () => {
  expect(changedWords(['titre', 'notesSuivi'])).toBeNull()
})
