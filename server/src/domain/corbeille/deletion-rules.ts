import { z } from 'zod'
import { MAX_MOVED } from '../axe/axe-rules.ts'

/** Ids of things to delete or restore at once. */
export const deletedIds = z
  .array(z.guid())
  .min(1, { error: 'Choisissez ce qu’il faut supprimer.' })
  .max(MAX_MOVED, { error: `On supprime au plus ${MAX_MOVED} éléments à la fois.` })
  .transform((ids) => [...new Set(ids)])

export const deletedAxesSchema = z.object({ planId: z.guid(), axeIds: deletedIds })
export const deletedFichesSchema = z.object({ ficheIds: deletedIds })
export const restoredSchema = z.object({ suppressionIds: deletedIds })
