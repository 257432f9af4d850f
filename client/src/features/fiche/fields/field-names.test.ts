import { expect, it } from 'vitest'
import { changedWords, isSingle } from './field-names.ts'

it('says what changed in words, each thing once', () => {
  expect(changedWords(['statut', 'enRetard'])).toBe('le statut')
  expect(changedWords(['dateDebut', 'dateFin'])).toBe('la date de début et la date de fin')
  expect(changedWords(['thematiques', 'sousThematiques'])).toBe('les thématiques')
  expect(changedWords(['sousThematiques'])).toBe('les sous-thématiques')
})

it('names two things, and counts them from the third', () => {
  expect(changedWords(['statut', 'priorite', 'dateFin', 'enRetard'])).toBe('3 champs')
})

it('says nothing of the live texts, whose carets show who writes', () => {
  expect(changedWords(['titre', 'notesSuivi'])).toBeNull()
})

it('knows the fields of one value from the lists, where nothing is replaced', () => {
  expect(['statut', 'calendrier', 'restreinte'].every(isSingle)).toBe(true)
  expect(['pilotes', 'tags', 'budgets', 'enRetard'].some(isSingle)).toBe(false)
})
