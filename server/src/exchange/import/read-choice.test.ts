import { expect, test } from 'vitest'
import { readPriorite, readStatut } from './read-choice.ts'

test.each([
  ['À venir', 'A_VENIR'],
  ['a VENIR ', 'A_VENIR'],
  ['À discuter', 'A_DISCUTER'],
  ['En  cours', 'EN_COURS'],
  ['Réalisé', 'REALISE'],
  ['Réalisée', 'REALISE'],
  ['En pause', 'EN_PAUSE'],
  ['Bloqué ', 'BLOQUE'],
  ['Abandonné ', 'ABANDONNE'],
])('reads the statut « %s »', (label, statut) => {
  expect(readStatut(label)).toEqual({ statut, late: false })
})

test('reads « En retard » as under way, and says that it was late', () => {
  expect(readStatut('En retard')).toEqual({ statut: 'EN_COURS', late: true })
})

test.each(['', 'Terminé', 'En cour'])('knows no statut « %s »', (label) => {
  expect(readStatut(label)).toBeNull()
})

test.each([
  ['Élevé', 'ELEVE'],
  ['élevée', 'ELEVE'],
  ['Moyen', 'MOYEN'],
  ['MOYENNE', 'MOYEN'],
  ['Bas ', 'BAS'],
])('reads the priorité « %s »', (label, priorite) => {
  expect(readPriorite(label)).toBe(priorite)
})

test('knows no other priorité', () => {
  expect(readPriorite('Urgent')).toBeNull()
})
