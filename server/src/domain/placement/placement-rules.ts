import { z } from 'zod'

export const newPlacementSchema = z.object({
  ficheId: z.guid(),
  planId: z.guid(),
  /** null: at the plan's root. */
  axeId: z.guid().nullable(),
  beforeId: z.guid().nullable().default(null),
  afterId: z.guid().nullable().default(null),
})

export type NewPlacement = z.input<typeof newPlacementSchema>
