import { z } from 'zod'
import { ConflictError } from '../errors.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { holdLabels } from './find-label.ts'
import { FIELD_OF_GENRE, fichesBearing } from './label-bearers.ts'

/** Labels merged at once: more than anybody ticks in a list. */
export const MAX_MERGED_LABELS = 100

const mergeSchema = z.object({
  intoId: z.guid(),
  labelIds: z.array(z.guid()).min(1).max(MAX_MERGED_LABELS),
})

export interface MergedLabels {
  labelId: string
  /** Fiches that bear the label instead of a merged one, of those that the viewer may read. */
  fichesCount: number
}

/**
 * Puts one label in the place of others of its genre, on fiches and in lignes de financeur; what bore several bears it once.
 * The others are gone.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError LABEL_GENRES_DIFFER
 */
export async function mergeLabels(useCase: UseCase, input: z.input<typeof mergeSchema>): Promise<MergedLabels> {
  const { viewer, tx } = useCase
  const { intoId, labelIds } = parseInput(mergeSchema, input)
  const from = [...new Set(labelIds)].filter((id) => id !== intoId)
  const labels = await holdLabels(useCase, [intoId, ...from])
  const [{ collectiviteId, genre }] = labels
  if (labels.some((label) => label.collectiviteId !== collectiviteId || label.genre !== genre)) {
    throw new ConflictError({
      code: 'LABEL_GENRES_DIFFER',
      message: 'Seuls des libellés de la même liste se fusionnent : deux partenaires, par exemple.',
    })
  }
  if (from.length === 0) return { labelId: intoId, fichesCount: 0 }

  const ficheIds = await fichesBearing(tx, from)
  await tx.$executeRaw`
    INSERT INTO fiche_label (fiche_id, label_id, collectivite_id, genre)
    SELECT fiche_id, ${intoId}::uuid, collectivite_id, genre FROM fiche_label WHERE label_id = ANY(${from}::uuid[])
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO ligne_financeur_label (ligne_id, label_id, collectivite_id)
    SELECT ligne_id, ${intoId}::uuid, collectivite_id FROM ligne_financeur_label WHERE label_id = ANY(${from}::uuid[])
    ON CONFLICT DO NOTHING`
  // What named them goes with them.
  await tx.label.deleteMany({ where: { id: { in: from }, collectiviteId } })
  await recordFicheChange(useCase, { ficheIds, fields: [FIELD_OF_GENRE[genre]] })
  const fichesCount = await tx.fiche.count({ where: { id: { in: ficheIds }, AND: [readableFiches(viewer)] } })
  return { labelId: intoId, fichesCount }
}
