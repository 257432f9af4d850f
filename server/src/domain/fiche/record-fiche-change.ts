import type { UseCase } from '../use-case.ts'
import { recordMesFiches } from './record-mes-fiches.ts'

type Recording = Pick<UseCase, 'tx' | 'record'>

/** Tells of changed fields of fiches to who looks at them, at a plan that holds them, at their parent, or at their own fiches. */
export async function recordFicheChange(
  recording: Recording,
  { ficheIds, fields }: { ficheIds: readonly string[]; fields: readonly string[] },
): Promise<void> {
  await recordFicheChanges(recording, new Map(ficheIds.map((id) => [id, fields])))
}

/** The same, each fiche by its id with the fields that changed of it. */
export async function recordFicheChanges(
  { tx, record }: Recording,
  changes: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const ficheIds = [...changes.keys()]
  for (const [ficheId, fields] of changes) record.change({ kind: 'fiche', ficheId, fields })
  await recordMesFiches({ tx, record }, ficheIds)
  const fiches = await tx.fiche.findMany({
    where: { id: { in: ficheIds } },
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
