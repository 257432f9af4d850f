import type { Prisma } from '@pupitre/prisma'

/** The single-value fields that many fiches may be given at once, and their columns. */
export const CHAMPS = {
  statut: 'statut',
  priorite: 'priorite',
  dateDebut: 'date_debut',
  dateFin: 'date_fin',
  ameliorationContinue: 'amelioration_continue',
  tempsDeMiseEnOeuvre: 'temps_de_mise_en_oeuvre',
  participationCitoyenne: 'participation_citoyenne',
  poids: 'poids',
} as const satisfies Partial<Record<keyof Prisma.FicheUncheckedUpdateInput, string>>

export type Champ = keyof typeof CHAMPS

export const CHAMP_NAMES = [
  'statut',
  'priorite',
  'dateDebut',
  'dateFin',
  'ameliorationContinue',
  'tempsDeMiseEnOeuvre',
  'participationCitoyenne',
  'poids',
] as const satisfies readonly Champ[]

/** A value as JSON and the journal have it: a day is `YYYY-MM-DD`. */
export type Valeur = string | number | boolean | null

/** What a fiche has, or is given, in some of these fields. */
export type Valeurs = ReadonlyMap<Champ, Valeur>

/** A stored or parsed value, as JSON has it. */
export function valeurOf(value: unknown): Valeur {
  if (value instanceof Date) return value.toISOString().slice(0, 'AAAA-MM-JJ'.length)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

/** The fields that are named in something that has them: those left out are not. */
export function valeursOf(named: Partial<Record<Champ, unknown>>): Valeurs {
  return new Map(
    CHAMP_NAMES.flatMap((champ) => (named[champ] === undefined ? [] : [[champ, valeurOf(named[champ])] as const])),
  )
}

/** Whether the last day would come before the first. */
export function datesReversed(valeurs: Valeurs): boolean {
  const [debut, fin] = [valeurs.get('dateDebut') ?? null, valeurs.get('dateFin') ?? null]
  return debut !== null && fin !== null && fin < debut
}
