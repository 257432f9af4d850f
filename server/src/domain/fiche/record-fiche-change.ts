import type { UseCase } from '../use-case.ts'
import { recordMesFiches } from './record-mes-fiches.ts'

/** Tells of changed fields of fiches to who looks at them, at a plan that holds them, at their parent, or at their own fiches. */
export async function recordFicheChange(
  { tx, record }: Pick<UseCase, 'tx' | 'record'>,
  { ficheIds, fields }: { ficheIds: readonly string[]; fields: readonly string[] },
): Promise<void> {
  for (const ficheId of ficheIds) record.change({ kind: 'fiche', ficheId, fields })
  await recordMesFiches({ tx, record }, ficheIds)
  const fiches = await tx.fiche.findMany({
    where: { id: { in: [...ficheIds] } },
    select: { parentId: true, placements: { select: { id: true, planId: true } } },
  })
  for (const ficheId of new Set(fiches.flatMap(({ parentId }) => parentId ?? []))) {
    record.change({ kind: 'fiche', ficheId, fields: ['sousActions'] })
  }
  const placements = Map.groupBy(
    fiches.flatMap((fiche) => fiche.placements),
    ({ planId }) => planId,
  )
  for (const [planId, places] of placements) {
    record.change({ kind: 'plan', planId, placementIds: places.map(({ id }) => id) })
  }
}
