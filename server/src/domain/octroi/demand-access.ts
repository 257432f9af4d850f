import { ConflictError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { findPlan } from '../plan/find-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import type { OctroiOn } from './octroi-rules.ts'

/** The plan or the fiche that grants are on, as their rows name it. */
export interface GrantedThing {
  collectiviteId: string
  planId: string | null
  ficheId: string | null
}

/**
 * What grants are given on or taken from, once the viewer may.
 * @throws NotFoundError, ForbiddenError, ConflictError SOUS_ACTION_FOLLOWS.
 */
export async function demandAccess(useCase: UseCase, on: OctroiOn): Promise<GrantedThing> {
  if ('planId' in on) {
    const plan = await findPlan(useCase, on.planId)
    demandInPlan(useCase.viewer, 'managePlanAccess', plan)
    return { collectiviteId: plan.collectiviteId, planId: plan.id, ficheId: null }
  }
  const fiche = await demandFiche(useCase, 'manageFicheAccess', on.ficheId)
  if (fiche.parentId) {
    throw new ConflictError({
      code: 'SOUS_ACTION_FOLLOWS',
      message: 'Une sous-action suit la visibilité de sa fiche : changez celle de la fiche.',
    })
  }
  return { collectiviteId: fiche.collectiviteId, planId: null, ficheId: fiche.id }
}
