import { Prisma, type Statut } from '@pupitre/prisma'
import { type BudgetLine, type BudgetTotal, budgetTotals } from '../budget/budget-totals.ts'

/** What of a fiche counts in the progress of what holds it. */
export interface CountedFiche {
  id: string
  statut: Statut | null
  enRetard: boolean
  budgets: readonly BudgetLine[]
  /** How much it counts; null: 1. */
  poids: number | null
}

export interface StatutCount {
  /** null: without a statut. */
  statut: Statut | null
  fichesCount: number
}

/** How far an axe or a plan is, by the fiches that it holds at any depth, each once. */
export interface Avancement {
  fichesCount: number
  /** Of those that there are, the most frequent first. */
  statuts: StatutCount[]
  enRetardCount: number
  /** Done, among those that are not given up: from 0 to 1; null when there is none. */
  partRealisee: number | null
  /** The same, each fiche counting for what it is planned to cost (€ HT); null when nothing is known of that. */
  partRealiseeDuBudget: number | null
  /** The same, each fiche counting for its weight; null when none has any. */
  partRealiseePonderee: number | null
  /** By type, unit and nature: the total of each fiche, added up. */
  budgets: Omit<BudgetTotal, 'given'>[]
}

/** @param fiches each once */
export function avancementOf(fiches: readonly CountedFiche[]): Avancement {
  const counts = Map.groupBy(fiches, ({ statut }) => statut)
  const kept = fiches.filter(({ statut }) => statut !== 'ABANDONNE')
  const done = kept.filter(({ statut }) => statut === 'REALISE')
  return {
    fichesCount: fiches.length,
    statuts: [...counts]
      .map(([statut, those]) => ({ statut, fichesCount: those.length }))
      .toSorted((one, other) => other.fichesCount - one.fichesCount),
    enRetardCount: fiches.filter(({ enRetard }) => enRetard).length,
    partRealisee: part(new Prisma.Decimal(done.length), new Prisma.Decimal(kept.length)),
    partRealiseeDuBudget: part(planned(done), planned(kept)),
    partRealiseePonderee: part(weighed(done), weighed(kept)),
    budgets: addedUp(fiches),
  }
}

function part(some: Prisma.Decimal, all: Prisma.Decimal): number | null {
  return all.isZero() ? null : some.dividedBy(all).toNumber()
}

function weighed(fiches: readonly CountedFiche[]): Prisma.Decimal {
  return fiches.reduce((sum, { poids }) => sum.plus(poids ?? 1), new Prisma.Decimal(0))
}

function planned(fiches: readonly CountedFiche[]): Prisma.Decimal {
  return fiches
    .flatMap(({ budgets }) => budgetTotals(budgets))
    .filter(({ unite, nature }) => unite === 'EUROS_HT' && nature === 'PREVISIONNEL')
    .reduce((sum, { montant }) => sum.plus(montant), new Prisma.Decimal(0))
}

function addedUp(fiches: readonly CountedFiche[]): Avancement['budgets'] {
  const totals = fiches.flatMap(({ budgets }) => budgetTotals(budgets))
  const groups = Map.groupBy(totals, ({ type, unite, nature }) => [unite, type, nature].join(' '))
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group
      if (!first) return []
      const { type, unite, nature } = first
      const montant = group.reduce((sum, total) => sum.plus(total.montant), new Prisma.Decimal(0))
      return [{ type, unite, nature, montant }]
    })
}

interface Tree {
  axes: readonly { id: string; parentId: string | null }[]
  /** Where each fiche is; one may be in several places. */
  places: readonly { ficheId: string; axeId: string | null }[]
  fiches: ReadonlyMap<string, CountedFiche>
}

export interface RolledUp {
  plan: Avancement
  byAxe: ReadonlyMap<string, Avancement>
}

/** The progress of a plan and of each of its axes, with all that is below it. */
export function rollUp({ axes, places, fiches }: Tree): RolledUp {
  const parents = new Map(axes.map(({ id, parentId }) => [id, parentId]))
  const held = new Map(axes.map(({ id }) => [id, new Set<string>()]))
  for (const { ficheId, axeId } of places) {
    for (let at = axeId; at !== null; at = parents.get(at) ?? null) held.get(at)?.add(ficheId)
  }
  const of = (ids: Iterable<string>) => avancementOf([...ids].flatMap((id) => fiches.get(id) ?? []))
  return {
    plan: of(new Set(places.map(({ ficheId }) => ficheId))),
    byAxe: new Map([...held].map(([axeId, ids]) => [axeId, of(ids)])),
  }
}
