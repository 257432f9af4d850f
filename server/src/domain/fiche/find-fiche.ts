import { NotFoundError } from '../errors.ts'
import { demandOnFiche } from '../rights/demand.ts'
import type { FicheAct } from '../rights/acts.ts'
import { ficheTarget, ficheTargetSelect } from '../rights/fiche-target.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** What use cases need of the fiche that they change. */
export interface FoundFiche {
  id: string
  collectiviteId: string
  parentId: string | null
}

/**
 * The fiche that an act is about, once the viewer may do it.
 * @throws NotFoundError when it does not exist or the viewer may not read it, ForbiddenError.
 */
export async function demandFiche(
  { viewer, tx }: Pick<UseCase, 'viewer' | 'tx'>,
  act: FicheAct,
  id: string,
): Promise<FoundFiche> {
  const fiche = await tx.fiche.findFirst({
    where: { AND: [{ id }, readableFiches(viewer)] },
    select: { id: true, parentId: true, ...ficheTargetSelect(viewer) },
  })
  if (!fiche) throw new NotFoundError('FICHE')
  demandOnFiche(viewer, act, ficheTarget(fiche))
  return { id: fiche.id, collectiviteId: fiche.collectiviteId, parentId: fiche.parentId }
}
