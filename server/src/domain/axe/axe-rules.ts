import { z } from 'zod'
import { oneLine } from '../one-line.ts'

/** Names of axes come from real plans, where some are whole sentences. */
export const MAX_AXE_NOM_CHARACTERS = 1000

/** Axes created at once: well past the largest plan seen, so that a mistake does not fill the database. */
export const MAX_NEW_AXES = 2000

/** An axe to create, with those below it, in order. */
export interface NewAxe {
  nom: string
  enfants?: NewAxe[] | undefined
}

const nom = z
  .string()
  .transform(oneLine)
  .refine((text) => text !== '', { error: 'Donnez un nom à cet axe.', params: { code: 'NOM_EMPTY' } })
  .refine((text) => [...text].length <= MAX_AXE_NOM_CHARACTERS, {
    error: `Le nom d’un axe tient en ${MAX_AXE_NOM_CHARACTERS} caractères.`,
    params: { code: 'NOM_TOO_LONG' },
  })

const newAxeSchema: z.ZodType<NewAxe> = z.lazy(() => z.object({ nom, enfants: z.array(newAxeSchema).optional() }))

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

/** Axes or places moved or deleted at once: more than any page shows selected. */
export const MAX_MOVED = 1000

/** Where things are put: in an axe (null: at the plan's root), beside a sibling, or at the end. */
const place = { beforeId: z.guid().nullable().default(null), afterId: z.guid().nullable().default(null) }

/** Ids of things to move, in the order that they will have. */
export const movedIds = z
  .array(z.guid())
  .min(1, { error: 'Choisissez ce qu’il faut déplacer.' })
  .max(MAX_MOVED, { error: `On déplace au plus ${MAX_MOVED} éléments à la fois.` })
  .transform((ids) => [...new Set(ids)])

export const newAxeAtSchema = z.object({ planId: z.guid(), parentId: z.guid().nullable(), nom, ...place })

export type NewAxeAt = z.input<typeof newAxeAtSchema>

export const renamedAxeSchema = z.object({ axeId: z.guid(), nom, nomAttendu: z.string().nullish() })

export type RenamedAxe = z.input<typeof renamedAxeSchema>

export const axeMovesSchema = z.object({
  planId: z.guid(),
  moves: z.array(z.object({ axeIds: movedIds, parentId: z.guid().nullable(), ...place })).max(MAX_MOVED),
})

export type AxeMoves = z.input<typeof axeMovesSchema>

export const placementMovesSchema = z.object({
  planId: z.guid(),
  moves: z.array(z.object({ placementIds: movedIds, axeId: z.guid().nullable(), ...place })).max(MAX_MOVED),
})

export type PlacementMoves = z.input<typeof placementMovesSchema>

function countAxes(axes: readonly NewAxe[]): number {
  return axes.reduce((count, { enfants = [] }) => count + 1 + countAxes(enfants), 0)
}
