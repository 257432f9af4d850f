import { PlanType } from '@pupitre/prisma'
import { z } from 'zod'

/** A plan's name fits one line of a list. */
export const MAX_NOM_CHARACTERS = 300

const nom = z
  .string()
  .trim()
  .refine((text) => text !== '', { error: 'Donnez un nom.', params: { code: 'NOM_EMPTY' } })
  .refine((text) => [...text].length <= MAX_NOM_CHARACTERS, {
    error: `Un nom tient en ${MAX_NOM_CHARACTERS} caractères.`,
    params: { code: 'NOM_TOO_LONG' },
  })

export const newPlanSchema = z
  .object({
    collectiviteId: z.guid(),
    nom,
    type: z.enum(PlanType),
    typeAutre: nom.nullish().transform((value) => value ?? null),
  })
  .refine(({ type, typeAutre }) => (type === 'AUTRE') === (typeAutre !== null), {
    error: 'Le type « Autre » porte un nom, et lui seul.',
    path: ['typeAutre'],
    params: { code: 'TYPE_AUTRE_MISMATCH' },
  })

export type NewPlan = z.input<typeof newPlanSchema>
