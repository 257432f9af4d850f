import type { UseCase } from '../use-case.ts'

/** Tells of a change of an indicateur to who looks at it, at a fiche that it is linked to, or at an axe. */
export async function recordIndicateurChange(
  { tx, record }: UseCase,
  { indicateurId, fields }: { indicateurId: string; fields: readonly string[] },
): Promise<void> {
  record.change({ kind: 'indicateur', indicateurId, fields })
  const [fiches, axes] = [
    await tx.ficheIndicateur.findMany({ where: { indicateurId }, select: { ficheId: true } }),
    await tx.axeIndicateur.findMany({
      where: { indicateurId },
      select: { axe: { select: { id: true, planId: true } } },
    }),
  ]
  for (const { ficheId } of fiches) record.change({ kind: 'fiche', ficheId, fields: ['indicateurs'] })
  const byPlan = Map.groupBy(
    axes.map(({ axe }) => axe),
    ({ planId }) => planId,
  )
  for (const [planId, places] of byPlan) record.change({ kind: 'plan', planId, axeIds: places.map(({ id }) => id) })
}
