import { expect, it } from 'vitest'
import type { FicheLine } from '../use-fiches.ts'
import { boardOf, canGo, withMove } from './board-columns.ts'

const place = (id: string, plan: string, axe: string | null) => ({
  node: { id, plan: { id: plan, nom: plan }, axe: axe === null ? null : { id: axe, nom: axe } },
})

const fiche: FicheLine = {
  id: 'f',
  uuid: 'f',
  titre: 'Haies',
  statut: 'EN_COURS',
  priorite: null,
  dateDebut: null,
  dateFin: null,
  tempsDeMiseEnOeuvre: null,
  participationCitoyenne: null,
  ameliorationContinue: false,
  createdAt: '2026-01-01T00:00:00Z',
  viewerCanUpdate: true,
  viewerCanMove: true,
  services: [
    { id: 's1', nom: 'Eau' },
    { id: 's2', nom: 'Air' },
  ],
  pilotes: [],
  referents: [],
  thematiques: [],
  tags: [],
  structures: [],
  partenaires: [],
  champs: [],
  placements: { edges: [place('p1', 'Plan A', 'Axe 1'), place('p2', 'Plan B', null)] },
}
const other = { ...fiche, id: 'g', services: [], placements: { edges: [place('p3', 'Plan A', 'Axe 2')] } }

const labels = (par: Parameters<typeof boardOf>[1]) => boardOf([fiche, other], par).columns.map(({ label }) => label)

it('has a column for each statut and priorité, and for the services and axes that hold fiches', () => {
  expect(labels('statut')).toHaveLength(8)
  expect(labels('priorite')).toEqual(['Sans priorité', 'Élevé', 'Moyen', 'Bas'])
  expect(labels('service')).toEqual(['Sans service', 'Air', 'Eau'])
  expect(labels('axe')).toEqual(['Plan A › Axe 1', 'Plan A › Axe 2', 'Plan B, à la racine'])
})

it('shows a fiche of two services in both, and moves it from the one that was taken', () => {
  const { cards, columns } = boardOf([fiche], 'service')
  const [card] = cards.get('s1') ?? []
  if (!card) throw new Error('the fiche is of this service')
  const to = { value: 's3', label: 'Sol', planId: null }
  const [moved] = withMove([fiche], { card, to, par: 'service' })
  expect(moved?.services.map(({ id }) => id)).toEqual(['s2', 's3'])
  expect(columns.map(({ value }) => value)).toEqual(['s2', 's1'])
})

it('moves a fiche between the axes of its plan only, and where one may', () => {
  const { cards, columns } = boardOf([fiche, other], 'axe')
  const [card] = cards.get('Axe 1') ?? []
  if (!card) throw new Error('the fiche is of this axe')
  const possible = columns.filter((column) => canGo(card, column, 'axe')).map(({ value }) => value)
  expect(possible).toEqual(['Axe 2'])
  const closed = { ...card, line: { ...card.line, viewerCanMove: false } }
  expect(columns.some((column) => canGo(closed, column, 'axe'))).toBe(false)
  const [moved] = withMove([fiche], {
    card,
    to: { value: 'Axe 2', label: 'Plan A › Axe 2', planId: 'Plan A' },
    par: 'axe',
  })
  expect(moved?.placements.edges[0]?.node.axe).toEqual({ id: 'Axe 2', nom: 'Axe 2' })
})
