import { ParticipationCitoyenne, Priorite, Statut, TempsDeMiseEnOeuvre } from '@pupitre/prisma'
import { z } from 'zod'
import { severalLines } from '../one-line.ts'

/** Free text beside a field: what does not fit is for the live texts. */
export const MAX_DETAIL_CHARACTERS = 5000

/** Days of a plan: outside, a typing mistake. */
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2200-12-31'

/** Midnight UTC, as Prisma writes a DATE. */
const day = z.iso
  .date({ error: 'Cette date n’existe pas.' })
  .refine((text) => text >= FIRST_DAY && text <= LAST_DAY, {
    error: 'Vérifiez l’année de cette date.',
    params: { code: 'DATE_OUT_OF_RANGE' },
  })
  .transform((text) => new Date(`${text}T00:00:00.000Z`))

/** Spaces around do not count, and nothing to read is no text. */
const detail = z
  .string()
  .transform(severalLines)
  .refine((text) => [...text].length <= MAX_DETAIL_CHARACTERS, {
    error: `Ce texte tient en ${MAX_DETAIL_CHARACTERS.toLocaleString('fr-FR')} caractères.`,
    params: { code: 'DETAIL_TOO_LONG' },
  })
  .transform((text) => (text === '' ? null : text))

/** What one fiche may count for, at most, where another counts for 1. */
export const MAX_POIDS = 100

const poids = z.int().refine((value) => value >= 0 && value <= MAX_POIDS, {
  error: `Un poids est un nombre entier de 0 à ${MAX_POIDS}.`,
  params: { code: 'POIDS_OUT_OF_RANGE' },
})

/** What is left out stays as it is; null clears. Dates are `YYYY-MM-DD`. */
export const ficheUpdateSchema = z.object({
  ficheId: z.guid(),
  statut: z.enum(Statut).nullable().optional(),
  priorite: z.enum(Priorite).nullable().optional(),
  dateDebut: day.nullable().optional(),
  dateFin: day.nullable().optional(),
  ameliorationContinue: z
    .boolean()
    .nullable()
    .optional()
    .transform((value) => (value === null ? false : value)),
  calendrier: detail.nullable().optional(),
  tempsDeMiseEnOeuvre: z.enum(TempsDeMiseEnOeuvre).nullable().optional(),
  participationCitoyenne: z.enum(ParticipationCitoyenne).nullable().optional(),
  participationDetail: detail.nullable().optional(),
  poids: poids.nullable().optional(),
})

export type FicheUpdate = z.input<typeof ficheUpdateSchema>
