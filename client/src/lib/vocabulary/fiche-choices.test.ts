import { readFileSync } from 'node:fs'
import { buildSchema, isEnumType } from 'graphql'
import { expect, it } from 'vitest'
import { CIBLE_LABELS, EFFET_LABELS, LABEL_LISTS, PARTICIPATION_LABELS, TEMPS_LABELS } from './fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from './fiche-labels.ts'

const schema = buildSchema(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'))

it.each([
  ['Statut', STATUT_LABELS],
  ['Priorite', PRIORITE_LABELS],
  ['TempsDeMiseEnOeuvre', TEMPS_LABELS],
  ['ParticipationCitoyenne', PARTICIPATION_LABELS],
  ['Cible', CIBLE_LABELS],
  ['EffetAttendu', EFFET_LABELS],
  ['FicheLabelGenre', Object.fromEntries(LABEL_LISTS.map(({ genre, label }) => [genre, label]))],
])('calls each value of %s as the API does', (name, labels) => {
  const type = schema.getType(name)
  const values = isEnumType(type) ? type.getValues() : []
  expect(labels).toEqual(Object.fromEntries(values.map((value) => [value.name, value.description])))
})
