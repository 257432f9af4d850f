import { z } from 'zod'
import { MAX_TITRE_CHARACTERS } from '../fiche/fiche-rules.ts'

/** Most fiches that are answered as close to one. */
export const MAX_SIMILAR = 20

/** What is compared with one fiche, among all that hold words of it: the closest by the database's own ranks. */
export const MAX_CANDIDATES = 60

/** Score from which a fiche is shown beside another (docs/doublons.md says what it costs and what it finds). */
export const MIN_SIMILAR_SCORE = 0.45

/** Score from which two fiches are in the list of the possible duplicates, which nobody asked for: surer. */
export const MIN_DOUBLON_SCORE = 0.55

/** Fiches of a collectivité that are compared with each other: the last changed. The largest of the demonstration has 300. */
export const MAX_COMPARED = 5000

/** Pairs that the list holds at most, the closest ones: nobody reads further before deciding on those. */
export const MAX_DOUBLONS = 500

export const similarTextSchema = z.object({
  planId: z.guid(),
  titre: z.string().refine((text) => [...text].length <= MAX_TITRE_CHARACTERS, {
    error: `Un titre tient en ${MAX_TITRE_CHARACTERS} caractères.`,
    params: { code: 'TITRE_TOO_LONG' },
  }),
})

export const firstSimilarSchema = z.number().int().min(1).max(MAX_SIMILAR, `On demande ${MAX_SIMILAR} fiches au plus.`)

export const doublonSchema = z
  .object({ ficheId: z.guid(), autreId: z.guid() })
  .refine(({ ficheId, autreId }) => ficheId !== autreId, {
    error: 'Une fiche n’est pas son propre doublon : choisissez-en une autre.',
    path: ['autreId'],
    params: { code: 'DOUBLON_SELF' },
  })

export type DoublonPair = z.input<typeof doublonSchema>
