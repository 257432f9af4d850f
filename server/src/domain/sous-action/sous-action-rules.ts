import { z } from 'zod'
import { newFichesSchema } from '../fiche/fiche-rules.ts'

/** Sous-actions of one fiche. */
export const MAX_SOUS_ACTIONS = 100

export const newSousActionSchema = z.object({
  parentId: z.guid(),
  /** The same fields as any fiche, under the same rules; it has no place of its own. */
  fiche: newFichesSchema.shape.fiches.element,
})

export const sousActionMoveSchema = z.object({
  sousActionId: z.guid(),
  /** null: first. */
  afterId: z.guid().nullable(),
})

export type NewSousAction = z.input<typeof newSousActionSchema>
export type SousActionMove = z.input<typeof sousActionMoveSchema>
