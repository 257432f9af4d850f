import type { Plan } from '@pupitre/prisma'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { demandInPlan } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { findPlan } from './find-plan.ts'
import { lockPlan } from './lock-plan.ts'
import { newPlanSchema, type PlanUpdate, planUpdateSchema } from './plan-rules.ts'

/**
 * Changes the fields of a plan that are named, and no other.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function updatePlan(useCase: UseCase, input: PlanUpdate): Promise<Plan> {
  const { viewer, tx, record } = useCase
  const { planId, ...changes } = parseInput(planUpdateSchema, input)
  demandInPlan(viewer, 'editPlan', await findPlan(useCase, planId))
  // What is there is judged with what changes, so nobody changes the other half in between.
  await lockPlan(tx, planId)
  const plan = await findPlan(useCase, planId)
  const type = changes.type ?? plan.type
  const typeAutre = changes.typeAutre === undefined ? (type === 'AUTRE' ? plan.typeAutre : null) : changes.typeAutre
  parseInput(newPlanSchema, { collectiviteId: plan.collectiviteId, nom: plan.nom, type, typeAutre })
  const [debut, fin] = [changes.dateDebut ?? plan.dateDebut, changes.dateFin ?? plan.dateFin]
  if (debut && fin && changes.dateDebut !== null && changes.dateFin !== null && fin < debut) {
    throw new ValidationError([
      { code: 'DATES_REVERSED', message: 'La date de fin précède la date de début.', path: ['dateFin'] },
    ])
  }
  const renamed = changes.nom === undefined ? {} : { nomNormalise: normaliseNom(changes.nom) }
  const updated = await tx.plan.update({ where: { id: plan.id }, data: { ...changes, ...renamed, type, typeAutre } })
  record.change({ kind: 'plan', planId: plan.id, fields: Object.keys(changes) })
  return updated
}
