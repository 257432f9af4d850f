import { LienType } from '@pupitre/prisma'
import { z } from 'zod'

/** Links of one fiche, over both of its ends: more is a list that nobody reads, and no page bounds. */
export const MAX_LIENS = 100

export const newLienSchema = z
  .object({ ficheId: z.guid(), autreId: z.guid(), type: z.enum(LienType) })
  .refine(({ ficheId, autreId }) => ficheId !== autreId, {
    error: 'Une fiche ne se lie pas à elle-même : choisissez-en une autre.',
    path: ['autreId'],
    params: { code: 'LIEN_SELF' },
  })

export type NewLien = z.input<typeof newLienSchema>

/** Types which go from a fiche to another; the others join them without a direction. */
const DIRECTED: ReadonlySet<LienType> = new Set(['CONTRIBUE_A', 'DEPEND_DE'])

/** The two ends as they are stored: as given for a link with a direction, else the smaller id first. */
export function storedEnds({ ficheId, autreId, type }: z.output<typeof newLienSchema>): {
  ficheId: string
  autreId: string
} {
  return DIRECTED.has(type) || ficheId < autreId ? { ficheId, autreId } : { ficheId: autreId, autreId: ficheId }
}
