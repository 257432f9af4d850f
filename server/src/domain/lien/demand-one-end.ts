import { demandOnFiche } from '../rights/demand.ts'
import { ficheTarget, ficheTargetSelect } from '../rights/fiche-target.ts'
import { mayOnFiche } from '../rights/may.ts'
import type { UseCase } from '../use-case.ts'

/**
 * A link is made and undone by who may change the fiche at one of its ends; both can be read.
 * @throws ForbiddenError, code EDIT_FICHE_FORBIDDEN.
 */
export async function demandOneEnd({ viewer, tx }: UseCase, ids: readonly string[]): Promise<void> {
  const ends = await tx.fiche.findMany({ where: { id: { in: [...ids] } }, select: ficheTargetSelect(viewer) })
  const targets = ends.map(ficheTarget)
  if (targets.some((target) => mayOnFiche(viewer, 'editFiche', target))) return
  for (const target of targets) demandOnFiche(viewer, 'editFiche', target)
}
