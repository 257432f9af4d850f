import { NotFoundError } from '../errors.ts'
import { demandInPlan } from '../rights/demand.ts'
import { readablePersonnes } from '../rights/readable.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { findPlan } from './find-plan.ts'

/** People of one plan in one part: as many as are shown. */
export const MAX_PERSONNES_OF_PLAN = 100

export interface PlanPerson {
  planId: string
  personneId: string
  as: 'pilotes' | 'referents'
}

/** Adds somebody to the pilotes or the référents of a plan. @throws ValidationError, NotFoundError, ForbiddenError. */
export async function addPlanPerson(useCase: UseCase, person: PlanPerson): Promise<string> {
  const { id: planId, collectiviteId } = await demandPlan(useCase, person)
  const { tx, viewer } = useCase
  const personne = await tx.personne.findFirst({
    where: { AND: [{ id: person.personneId, collectiviteId }, readablePersonnes(viewer)] },
  })
  if (!personne) throw new NotFoundError('PERSONNE')
  const row = { planId, personneId: personne.id, collectiviteId }
  if (person.as === 'pilotes') await tx.planPilote.createMany({ data: [row], skipDuplicates: true })
  else await tx.planReferent.createMany({ data: [row], skipDuplicates: true })
  const where = { planId }
  demandRoom({
    count: await (person.as === 'pilotes' ? tx.planPilote.count({ where }) : tx.planReferent.count({ where })),
    max: MAX_PERSONNES_OF_PLAN,
    what: 'PERSONNES',
    message: `Un plan nomme ${MAX_PERSONNES_OF_PLAN} personnes au plus ici.`,
  })
  return told(useCase, person)
}

/**
 * Takes somebody out of the pilotes or the référents of a plan: whoever edits it, since whoever edits it is told their names.
 * @throws NotFoundError (the plan), ForbiddenError
 */
export async function removePlanPerson(useCase: UseCase, person: PlanPerson): Promise<string> {
  const { id: planId } = await demandPlan(useCase, person)
  const where = { planId, personneId: person.personneId }
  const { tx } = useCase
  if (person.as === 'pilotes') await tx.planPilote.deleteMany({ where })
  else await tx.planReferent.deleteMany({ where })
  return told(useCase, person)
}

async function demandPlan(useCase: UseCase, { planId }: PlanPerson) {
  const plan = await findPlan(useCase, planId)
  demandInPlan(useCase.viewer, 'editPlan', plan)
  return plan
}

function told({ record }: UseCase, { planId, as }: PlanPerson): string {
  record.change({ kind: 'plan', planId, fields: [as] })
  return planId
}
