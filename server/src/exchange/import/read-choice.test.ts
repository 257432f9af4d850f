import { expect, test } from 'vitest'
import { EFFET_CHOICES, PRIORITE_CHOICES, readBoolean, readStatut } from './read-choice.ts'

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
  expect(PRIORITE_CHOICES.read(label)).toBe(priorite)
})

test('knows no other priorité', () => {
  expect(PRIORITE_CHOICES.read('Urgent')).toBeNull()
})

test('reads the values of a list, those that hold commas included', () => {
  const text =
    'Sobriété, préservation des ressources agricoles, forestières et aquatiques; STOCKAGE CARBONE,\n- Bien-être'
  expect(EFFET_CHOICES.readAll(text)).toEqual({
    values: ['SOBRIETE', 'RESSOURCES_AGRICOLES_FORESTIERES_AQUATIQUES', 'STOCKAGE_CARBONE'],
    unknown: ['- Bien-être'],
  })
})

test('reads the template’s own words for effets attendus', () => {
  expect(EFFET_CHOICES.read('Sobriété énergétique')).toBe('SOBRIETE')
})

test.each([
  ['VRAI', true],
  ['oui', true],
  ['FAUX', false],
  ['Non', false],
  ['parfois', null],
])('reads « %s » as a yes or no', (text, value) => {
  expect(readBoolean(text)).toBe(value)
})
