import type { SuppressionKind } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'

/** One act of deletion, and what it takes. */
export interface NewSuppression {
  kind: SuppressionKind
  objetId: string
  nom: string
  collectiviteId: string
}

/** Lines of the corbeille, one per thing deleted. Answers their ids, in the same order. */
export async function createSuppressions(
  { viewer, tx, record }: UseCase,
  suppressions: readonly NewSuppression[],
): Promise<string[]> {
  const rows = suppressions.map((suppression) => ({
    id: uuidv7(),
    deletedById: viewer?.userId ?? null,
    ...suppression,
  }))
  await tx.suppression.createMany({ data: rows })
  for (const collectiviteId of new Set(rows.map((row) => row.collectiviteId)))
    record.change({ kind: 'corbeille', collectiviteId })
  return rows.map(({ id }) => id)
}

/** Puts axes into the corbeille, each by its own act, in one statement. */
export async function takeAxes(tx: Tx, taken: ReadonlyMap<string, string>): Promise<void> {
  const [ids, suppressionIds] = [[...taken.keys()], [...taken.values()]]
  await tx.$executeRaw`
    UPDATE axe SET suppression_id = given.suppression_id
    FROM unnest(${ids}::uuid[], ${suppressionIds}::uuid[]) AS given(id, suppression_id)
    WHERE axe.id = given.id AND axe.suppression_id IS NULL`
}

/** Puts fiches into the corbeille, each by its own act, in one statement. Their sous-actions follow them without a mark. */
export async function takeFiches(tx: Tx, taken: ReadonlyMap<string, string>): Promise<void> {
  const [ids, suppressionIds] = [[...taken.keys()], [...taken.values()]]
  await tx.$executeRaw`
    UPDATE fiche SET suppression_id = given.suppression_id
    FROM unnest(${ids}::uuid[], ${suppressionIds}::uuid[]) AS given(id, suppression_id)
    WHERE fiche.id = given.id AND fiche.suppression_id IS NULL`
}
