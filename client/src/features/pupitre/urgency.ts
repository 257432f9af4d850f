import type { MaFicheFragment } from '../../gql/graphql.ts'
import { isLate } from '../../lib/text/lateness.ts'

/** How long before its échéance a fiche asks for attention. */
const SOON_DAYS = 30

/** Why a fiche is to be looked at, the most urgent first; what is in none of them can wait. */
export const URGENCIES = {
  late: 'En retard',
  soon: 'À rendre dans les 30 jours',
  toStart: 'À commencer',
  undated: 'Sans échéance',
} as const

export type Urgency = keyof typeof URGENCIES

type Dated = Partial<Pick<MaFicheFragment, 'statut' | 'dateDebut' | 'dateFin'>>

/**
 * Why a fiche that is neither done nor given up is to be looked at; null when it can wait.
 *
 * @param today `YYYY-MM-DD`, in the collectivité
 */
export function urgencyOf(fiche: Dated, today: string): Urgency | null {
  const { statut, dateDebut, dateFin } = fiche
  if (isLate(fiche, today)) return 'late'
  if (dateFin && dateFin <= daysAfter(today, SOON_DAYS)) return 'soon'
  const isBegun = statut != null && statut !== 'A_VENIR' && statut !== 'A_DISCUTER'
  if (dateDebut && dateDebut <= today && !isBegun) return 'toStart'
  return dateFin ? null : 'undated'
}

function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}
