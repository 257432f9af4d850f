import { expect, it } from 'vitest'
import { champLabel, comparedRows } from './compared-rows.ts'
import type { ComparedFiche } from './comparison-query.ts'

const EMPTY: ComparedFiche = {
  id: 'a',
  uuid: 'a',
  titre: 'Pistes cyclables',
  viewerCanUpdate: true,
  viewerCanDelete: true,
  collectivite: { id: 'c', siren: '200030385' },
  statut: null,
  priorite: null,
  dateDebut: null,
  dateFin: null,
  ameliorationContinue: false,
  calendrier: null,
  tempsDeMiseEnOeuvre: null,
  participationCitoyenne: null,
  participationDetail: null,
  poids: null,
  services: [],
  pilotes: [],
  referents: [],
  structures: [],
  partenaires: [],
  instancesGouvernance: [],
  tags: [],
  cibles: [],
  effetsAttendus: [],
  thematiques: [],
  sousThematiques: [],
  mesuresLiees: [],
  budgets: [],
  financeurs: [],
  champsPropres: [],
  indicateurs: [],
  notesSuivi: { edges: [], pageInfo: { hasNextPage: false } },
  sousActions: [],
  placements: { edges: [], pageInfo: { hasNextPage: false } },
  description: '',
  objectifs: '',
  moyens: '',
  financements: '',
}

it('shows each field that one of the two says, in words, whatever the order of a list', () => {
  const one: ComparedFiche = {
    ...EMPTY,
    statut: 'EN_COURS',
    cibles: ['AGENTS', 'ASSOCIATIONS'],
    budgets: [{ id: 'b', type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: 2026, montant: '12500' }],
  }
  const other: ComparedFiche = { ...EMPTY, id: 'b', cibles: ['ASSOCIATIONS', 'AGENTS'] }
  const rows = comparedRows(one, other).map(({ champ, values, isDifferent }) => ({ champ, values, isDifferent }))
  expect(rows).toEqual([
    { champ: 'titre', values: ['Pistes cyclables', 'Pistes cyclables'], isDifferent: false },
    { champ: 'statut', values: ['En cours', ''], isDifferent: true },
    { champ: 'cibles', values: ['Agents\nAssociations', 'Agents\nAssociations'], isDifferent: false },
    {
      champ: 'budgets',
      values: [expect.stringMatching(/^Investissement, réel, 2026\s: 12\s500\s€$/), ''],
      isDifferent: true,
    },
  ])
})

it('has a name for each field that a merge tells of', () => {
  for (const champ of ['titre', 'liens', 'notesSuivi', 'placements', 'sousActions', 'mesuresLiees', 'tags']) {
    expect(champLabel(champ)).not.toBe(champ)
  }
})
