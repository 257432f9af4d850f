import { Priorite, Statut } from '@pupitre/prisma'
import { z } from 'zod'

/** Advice while typing; refused on what arrives by API or import. */
export const MAX_TITRE_CHARACTERS = 300

/** Fiches created at once: the largest plan seen has 209. */
export const MAX_NEW_FICHES = 5000

/** Services of one fiche. */
const MAX_SERVICES = 100

/** Midnight UTC, as Prisma writes a DATE. */
const date = z.iso.date({ error: 'Cette date n’existe pas.' }).transform((text) => new Date(`${text}T00:00:00.000Z`))

const newFicheSchema = z
  .object({
    /** null: at the plan's root. */
    axeId: z.guid().nullable(),
    titre: z
      .string()
      .transform((text) => text.trim().replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' '))
      .refine((text) => text !== '', { error: 'Donnez un titre à la fiche.', params: { code: 'TITRE_EMPTY' } })
      .refine((text) => [...text].length <= MAX_TITRE_CHARACTERS, {
        error: `Un titre tient en ${MAX_TITRE_CHARACTERS} caractères.`,
        params: { code: 'TITRE_TOO_LONG' },
      }),
    statut: z.enum(Statut).nullable().default(null),
    priorite: z.enum(Priorite).nullable().default(null),
    dateDebut: date.nullable().default(null),
    dateFin: date.nullable().default(null),
    serviceIds: z.array(z.guid()).max(MAX_SERVICES).default([]),
  })
  .refine(({ dateDebut, dateFin }) => !dateDebut || !dateFin || dateDebut <= dateFin, {
    error: 'La date de fin précède la date de début.',
    path: ['dateFin'],
    params: { code: 'DATES_REVERSED' },
  })

export const newFichesSchema = z.object({
  planId: z.guid(),
  fiches: z.array(newFicheSchema).max(MAX_NEW_FICHES),
})

/** A fiche to create, but for its texts. Dates are `YYYY-MM-DD`. */
export type NewFiche = z.input<typeof newFicheSchema>

/** The same, as the rules leave it. */
export type ParsedFiche = z.output<typeof newFicheSchema>
