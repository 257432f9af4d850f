import { z } from 'zod'

/** Names of axes come from real plans, where some are whole sentences. */
export const MAX_AXE_NOM_CHARACTERS = 1000

/** Axes created at once: well past the largest plan seen, so that a mistake does not fill the database. */
export const MAX_NEW_AXES = 2000

/** An axe to create, with those below it, in order. */
export interface NewAxe {
  nom: string
  enfants?: NewAxe[] | undefined
}

const newAxeSchema: z.ZodType<NewAxe> = z.lazy(() =>
  z.object({
    nom: z
      .string()
      .trim()
      .refine((text) => text !== '', { error: 'Donnez un nom à cet axe.', params: { code: 'NOM_EMPTY' } })
      .refine((text) => [...text].length <= MAX_AXE_NOM_CHARACTERS, {
        error: `Le nom d’un axe tient en ${MAX_AXE_NOM_CHARACTERS} caractères.`,
        params: { code: 'NOM_TOO_LONG' },
      }),
    enfants: z.array(newAxeSchema).optional(),
  }),
)

export const newAxesSchema = z.object({
  planId: z.guid(),
  /** The axe to create them in; null for the plan's root. */
  parentId: z.guid().nullable(),
  axes: z.array(newAxeSchema).refine((axes) => countAxes(axes) <= MAX_NEW_AXES, {
    error: `On crée au plus ${MAX_NEW_AXES} axes à la fois.`,
    params: { code: 'TOO_MANY_AXES' },
  }),
})

export type NewAxes = z.input<typeof newAxesSchema>

function countAxes(axes: readonly NewAxe[]): number {
  return axes.reduce((count, { enfants = [] }) => count + 1 + countAxes(enfants), 0)
}
