import { PlanType } from '@pupitre/prisma'
import { z } from 'zod'
import { daySchema } from '../day.ts'
import { oneLine } from '../one-line.ts'

/** A plan's name fits one line of a list. */
export const MAX_NOM_CHARACTERS = 300

export const planNomSchema = z
  .string()
  .transform(oneLine)
  .refine((text) => text !== '', { error: 'Donnez un nom.', params: { code: 'NOM_EMPTY' } })
  .refine((text) => [...text].length <= MAX_NOM_CHARACTERS, {
    error: `Un nom tient en ${MAX_NOM_CHARACTERS} caractères.`,
    params: { code: 'NOM_TOO_LONG' },
  })

/** Levels that a plan names; those below the last one have its name. */
export const MAX_NIVEAUX = 10

/** A level's name is put in buttons: « Ajouter un objectif stratégique ». */
export const MAX_NIVEAU_CHARACTERS = 60

const niveau = z
  .string()
  .transform(oneLine)
  .refine((text) => text !== '', { error: 'Nommez chaque niveau.' })
  .refine((text) => [...text].length <= MAX_NIVEAU_CHARACTERS, {
    error: `Le nom d’un niveau tient en ${MAX_NIVEAU_CHARACTERS} caractères.`,
    params: { code: 'NIVEAU_TOO_LONG' },
  })

/** What is left out stays as it is. */
export const planUpdateSchema = z.object({
  planId: z.guid(),
  nom: planNomSchema.optional(),
  type: z.enum(PlanType).optional(),
  typeAutre: planNomSchema.nullable().optional(),
  dateDebut: daySchema.nullable().optional(),
  dateFin: daySchema.nullable().optional(),
  niveaux: z
    .array(niveau)
    .min(1, { error: 'Nommez au moins un niveau.' })
    .max(MAX_NIVEAUX, { error: `Un plan nomme au plus ${MAX_NIVEAUX} niveaux.` })
    .optional(),
})

export type PlanUpdate = z.input<typeof planUpdateSchema>

export const newPlanSchema = z
  .object({
    collectiviteId: z.guid(),
    nom: planNomSchema,
    type: z.enum(PlanType),
    typeAutre: planNomSchema.nullish().transform((value) => value ?? null),
  })
  .refine(({ type, typeAutre }) => (type === 'AUTRE') === (typeAutre !== null), {
    error: 'Le type « Autre » porte un nom, et lui seul.',
    path: ['typeAutre'],
    params: { code: 'TYPE_AUTRE_MISMATCH' },
  })

export type NewPlan = z.input<typeof newPlanSchema>
