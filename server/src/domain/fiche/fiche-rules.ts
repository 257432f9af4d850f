import { ParticipationCitoyenne, Priorite, Statut, TempsDeMiseEnOeuvre } from '@pupitre/prisma'
import { z } from 'zod'
import { daySchema } from '../day.ts'
import { oneLine, severalLines } from '../one-line.ts'

/** Advice while typing; refused on what arrives by API or import. */
export const MAX_TITRE_CHARACTERS = 300

/** Fiches created at once: the largest plan seen has 209. */
export const MAX_NEW_FICHES = 5000

/** Services of one fiche. */
export const MAX_SERVICES = 100

/** Free text beside a field, of a new fiche: what does not fit is for the live texts. */
const MAX_NEW_DETAIL_CHARACTERS = 5000

/** Sous-actions that a fiche is created with. */
const MAX_NEW_SOUS_ACTIONS = 500

const detail = z
  .string()
  .transform(severalLines)
  .refine((text) => [...text].length <= MAX_NEW_DETAIL_CHARACTERS, {
    error: `Ce texte tient en ${MAX_NEW_DETAIL_CHARACTERS} caractères.`,
  })
  .nullable()
  .default(null)

export const titreSchema = z
  .string()
  .transform(oneLine)
  .refine((text) => text !== '', { error: 'Donnez un titre à la fiche.', params: { code: 'TITRE_EMPTY' } })
  .refine((text) => [...text].length <= MAX_TITRE_CHARACTERS, {
    error: `Un titre tient en ${MAX_TITRE_CHARACTERS} caractères.`,
    params: { code: 'TITRE_TOO_LONG' },
  })

const newSousActionFields = z.object({
  titre: titreSchema,
  statut: z.enum(Statut).nullable().default(null),
  priorite: z.enum(Priorite).nullable().default(null),
  dateDebut: daySchema.nullable().default(null),
  dateFin: daySchema.nullable().default(null),
  ameliorationContinue: z.boolean().default(false),
  calendrier: detail,
  tempsDeMiseEnOeuvre: z.enum(TempsDeMiseEnOeuvre).nullable().default(null),
  participationCitoyenne: z.enum(ParticipationCitoyenne).nullable().default(null),
  participationDetail: detail,
  serviceIds: z.array(z.guid()).max(MAX_SERVICES).default([]),
})

const DATES_REVERSED = {
  error: 'La date de fin précède la date de début.',
  path: ['dateFin'],
  params: { code: 'DATES_REVERSED' },
}

function datesInOrder({ dateDebut, dateFin }: { dateDebut: Date | null; dateFin: Date | null }): boolean {
  return !dateDebut || !dateFin || dateDebut <= dateFin
}

const newFicheSchema = newSousActionFields
  .extend({
    /** null: at the plan's root. */
    axeId: z.guid().nullable(),
    sousActions: z
      .array(newSousActionFields.refine(datesInOrder, DATES_REVERSED))
      .max(MAX_NEW_SOUS_ACTIONS)
      .default([]),
  })
  .refine(datesInOrder, DATES_REVERSED)

export const newFichesSchema = z.object({
  planId: z.guid(),
  fiches: z.array(newFicheSchema).max(MAX_NEW_FICHES),
})

/** A fiche to create, but for its texts. Dates are `YYYY-MM-DD`. */
export type NewFiche = z.input<typeof newFicheSchema>

/** The same, as the rules leave it. */
export type ParsedFiche = z.output<typeof newFicheSchema>

/** The same without a place: a sous-action follows its fiche. */
export type ParsedSousAction = ParsedFiche['sousActions'][number]
