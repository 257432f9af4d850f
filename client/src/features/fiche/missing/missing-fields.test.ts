import { expect, test } from 'vitest'
import { missingFields } from './missing-fields.ts'

const EMPTY = {
  description: '',
  statut: null,
  dateFin: null,
  ameliorationContinue: false,
  parent: null,
  services: [],
  pilotes: [],
  budgets: [],
  indicateurs: [],
}
const ONE = [{ id: '1' }]

test('names what an empty fiche does not say, in the order of the sentence', () => {
  expect(missingFields(EMPTY)).toEqual([
    'description',
    'statut',
    'services',
    'pilotes',
    'dateFin',
    'budget',
    'indicateurs',
  ])
})

test.each([
  ['statut', { statut: 'EN_COURS' as const }],
  ['services', { services: ONE }],
  ['pilotes', { pilotes: ONE }],
  ['dateFin', { dateFin: '2027-12-31' }],
  ['dateFin', { ameliorationContinue: true }],
  ['budget', { budgets: ONE }],
  ['indicateurs', { indicateurs: ONE }],
] as const)('no longer names %s once it is said', (field, said) => {
  expect(missingFields({ ...EMPTY, ...said })).not.toContain(field)
  expect(missingFields({ ...EMPTY, ...said })).toHaveLength(6)
})

test('says nothing of a description that is written, or that has not come', () => {
  expect(missingFields({ ...EMPTY, description: 'Isoler' })).not.toContain('description')
  expect(missingFields({ ...EMPTY, description: null })).not.toContain('description')
})

test('asks of a sous-action only what is its own', () => {
  expect(missingFields({ ...EMPTY, parent: { id: 'p' } })).toEqual(['statut', 'pilotes', 'dateFin'])
})

test('asks nothing of an action that was given up', () => {
  expect(missingFields({ ...EMPTY, statut: 'ABANDONNE' })).toEqual([])
})
