import { PRIORITE_LABELS, STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import type { Par } from '../fiches-search.ts'
import type { FicheLine } from '../use-fiches.ts'

export interface BoardColumn {
  /** The value that its fiches have; `''` for none. */
  value: string
  label: string
  /** By axe: the plan that holds it. A fiche goes from one axe of a plan to another. */
  planId: string | null
}

/** One place of a fiche on the board: one that is in several columns has a card in each. */
export interface BoardCard {
  line: FicheLine
  column: string
  /** The card itself, among all of the board. */
  key: string
  /** By axe: the placement that makes it stand there, and its plan. */
  place: Place | null
}

interface Place {
  placementId: string
  planId: string
}

interface Board {
  columns: readonly BoardColumn[]
  cards: ReadonlyMap<string, readonly BoardCard[]>
}

/** How the board is cut. */
export const PAR_LABELS: Record<Par, string> = {
  statut: 'Statut',
  priorite: 'Priorité',
  service: 'Service',
  axe: 'Axe',
}

/** The columns of a board and the cards of each, in the order of the list. */
export function boardOf(lines: readonly FicheLine[], par: Par): Board {
  const all = lines.flatMap((line) => cardsOf(line, par))
  const cards = Map.groupBy(
    all.map(({ card }) => card),
    ({ column }) => column,
  )
  return { columns: columnsOf(par, all), cards }
}

interface NamedCard {
  card: BoardCard
  label: string
}

function cardsOf(line: FicheLine, par: Par): NamedCard[] {
  const card = (column: string, label: string, place: Place | null = null): NamedCard => ({
    card: { line, column, key: `${column} ${line.id}`, place },
    label,
  })
  switch (par) {
    case 'statut':
      return [card(line.statut ?? '', '')]
    case 'priorite':
      return [card(line.priorite ?? '', '')]
    case 'service':
      return line.services.length > 0 ? line.services.map(({ id, nom }) => card(id, nom)) : [card('', '')]
    case 'axe': {
      const places = line.placements.edges.map(({ node: { id, axe, plan } }) => {
        const place = { placementId: id, planId: plan.id }
        return axe ? card(axe.id, `${plan.nom} › ${axe.nom}`, place) : card(plan.id, `${plan.nom}, à la racine`, place)
      })
      return places.length > 0 ? places : [card('', '')]
    }
  }
}

const EMPTY: Record<Par, string> = {
  statut: 'Sans statut',
  priorite: 'Sans priorité',
  service: 'Sans service',
  axe: 'Hors plan',
}

function columnsOf(par: Par, cards: readonly NamedCard[]): BoardColumn[] {
  const none = { value: '', label: EMPTY[par], planId: null }
  const of = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label, planId: null }))
  if (par === 'statut') return [none, ...of(STATUT_LABELS)]
  if (par === 'priorite') return [none, ...of(PRIORITE_LABELS)]
  const named = new Map(cards.map(({ card, label }) => [card.column, { label, planId: card.place?.planId ?? null }]))
  const columns = [...named].flatMap(([value, column]) => (value === '' ? [] : [{ value, ...column }]))
  const sorted = columns.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
  return named.has('') ? [none, ...sorted] : sorted
}

/** Whether a card may be put in another column. A fiche leaves no plan by the board, and enters none. */
export function canGo(card: BoardCard, column: BoardColumn, par: Par): boolean {
  if (column.value === card.column) return false
  if (par !== 'axe') return card.line.viewerCanUpdate
  return card.line.viewerCanMove && card.place !== null && card.place.planId === column.planId
}

/** A move on the board, from the column of the card to another. */
export interface BoardMove {
  card: BoardCard
  to: BoardColumn
  par: Par
}

/** The lines as they are once a card has moved, whatever the server says of it yet. */
export function withMove(lines: readonly FicheLine[], { card, to, par }: BoardMove): readonly FicheLine[] {
  return lines.map((line) => (line.id === card.line.id ? moved(line, { card, to, par }) : line))
}

function moved(line: FicheLine, { card, to, par }: BoardMove): FicheLine {
  switch (par) {
    case 'statut':
      return { ...line, statut: keyIn(STATUT_LABELS, to.value) }
    case 'priorite':
      return { ...line, priorite: keyIn(PRIORITE_LABELS, to.value) }
    case 'service': {
      const others = line.services.filter(({ id }) => id !== card.column && id !== to.value)
      const added = to.value === '' ? [] : [{ __typename: 'Service' as const, id: to.value, nom: to.label }]
      return { ...line, services: [...others, ...added] }
    }
    case 'axe': {
      const edges = line.placements.edges.map((edge) =>
        edge.node.id === card.place?.placementId ? { ...edge, node: { ...edge.node, axe: axeOf(to) } } : edge,
      )
      return { ...line, placements: { ...line.placements, edges } }
    }
  }
}

/** The axe that a column stands for; null for the root of its plan. */
export function axeOf({ value, label, planId }: BoardColumn): { id: string; nom: string } | null {
  return value === planId ? null : { id: value, nom: label.slice(label.indexOf(' › ') + ' › '.length) }
}

/** A value of the list, null for none. */
export function keyIn<Key extends string>(labels: Readonly<Record<Key, string>>, value: string): Key | null {
  const isKey = (text: string): text is Key => Object.hasOwn(labels, text)
  return isKey(value) ? value : null
}
