import type { Statut } from '../../../gql/graphql.ts'
import type { PlanTree, TreeAxe } from '../../../lib/plan/plan-tree-model.ts'
import { isLate } from '../../../lib/text/lateness.ts'
import { isStatut, STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'

/** What the drawings count of a fiche. */
export interface CountedFiche {
  id: string
  statut?: Statut | null | undefined
  /** `YYYY-MM-DD` */
  dateFin?: string | null | undefined
}

/** In the order of a fiche's life; null: without a statut. */
export const STATUTS: readonly (Statut | null)[] = [...Object.keys(STATUT_LABELS).filter(isStatut), null]

export interface StatutCount {
  statut: Statut | null
  count: number
}

/** How many fiches have each statut, of those that there are. @param fiches each once */
export function countByStatut(fiches: readonly CountedFiche[]): StatutCount[] {
  return STATUTS.map((statut) => ({
    statut,
    count: fiches.filter((fiche) => (fiche.statut ?? null) === statut).length,
  })).filter(({ count }) => count > 0)
}

export interface AxeCount {
  /** null: the fiches that no axe holds. */
  id: string | null
  nom: string
  fichesCount: number
  statuts: StatutCount[]
}

/** How many fiches of each statut the first axes hold, at any depth, each once in an axe. */
export function countByAxe<Place>(tree: PlanTree<Place>, ficheOf: (place: Place) => CountedFiche): AxeCount[] {
  const counted = (id: string | null, nom: string, places: readonly Place[]): AxeCount => {
    const fiches = eachOnce(places.map(ficheOf))
    return { id, nom, fichesCount: fiches.length, statuts: countByStatut(fiches) }
  }
  const axes = tree.axes.map((axe) => counted(axe.id, axe.nom, placesUnder(axe)))
  return tree.places.length === 0 ? axes : [...axes, counted(null, 'Hors des axes', tree.places)]
}

/** The fiches of a plan, each once wherever it has several places. */
export function fichesOf<Place>(tree: PlanTree<Place>, ficheOf: (place: Place) => CountedFiche): CountedFiche[] {
  return eachOnce([...tree.axes.flatMap(placesUnder), ...tree.places].map(ficheOf))
}

function placesUnder<Place>(axe: TreeAxe<Place>): Place[] {
  return [...axe.places, ...axe.enfants.flatMap(placesUnder)]
}

function eachOnce(fiches: readonly CountedFiche[]): CountedFiche[] {
  return [...new Map(fiches.map((fiche) => [fiche.id, fiche])).values()]
}

export interface PeriodCount {
  /** `T1 2026`, or `2026`. */
  label: string
  /** Its first and last days, `YYYY-MM-DD`. */
  from: string
  to: string
  done: number
  late: number
  toCome: number
}

/** Past so many quarters, years are counted: columns stay wide enough to be read. */
const MAX_QUARTERS = 16

/** Past so many years, those without any fiche are left out. */
const MAX_YEARS = 40

const MONTHS = { quarter: 3, year: 12 } as const

/**
 * How many fiches end in each quarter, or year where they span long: done, late, or to come. Those without an end, and those that are given
 * up, which nothing is awaited from, are not counted.
 *
 * @param today where the collectivité is, `YYYY-MM-DD`
 */
export function countByPeriod(fiches: readonly CountedFiche[], today: string): PeriodCount[] {
  const ending = fiches.flatMap(({ statut, dateFin }) =>
    dateFin && statut !== 'ABANDONNE' ? [{ statut, dateFin, quarter: indexOf(dateFin, MONTHS.quarter) }] : [],
  )
  const quarters = ending.map(({ quarter }) => quarter)
  const isLong = Math.max(...quarters) - Math.min(...quarters) >= MAX_QUARTERS
  const months = isLong ? MONTHS.year : MONTHS.quarter
  const byIndex = Map.groupBy(ending, ({ dateFin }) => indexOf(dateFin, months))
  return indexesOf([...byIndex.keys()]).map((index) => {
    const those = byIndex.get(index) ?? []
    const done = those.filter(({ statut }) => statut === 'REALISE').length
    const late = those.filter((fiche) => isLate(fiche, today)).length
    return { ...periodOf(index, months), done, late, toCome: those.length - done - late }
  })
}

/** All from the first to the last, but where they are so many that most are empty. */
function indexesOf(found: readonly number[]): number[] {
  if (found.length === 0) return []
  const [first, last] = [Math.min(...found), Math.max(...found)]
  if (last - first >= MAX_YEARS) return found.toSorted((one, other) => one - other)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** Which period of so many months a day is in, from year 0 on. */
function indexOf(day: string, months: number): number {
  return Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months)
}

function periodOf(index: number, months: number): Pick<PeriodCount, 'label' | 'from' | 'to'> {
  const year = Math.floor((index * months) / 12)
  const month = (index * months) % 12
  const day = (at: Date) => at.toISOString().slice(0, 10)
  return {
    label: months === MONTHS.year ? String(year) : `T${month / MONTHS.quarter + 1} ${year}`,
    from: day(new Date(Date.UTC(year, month, 1))),
    to: day(new Date(Date.UTC(year, month + months, 0))),
  }
}
