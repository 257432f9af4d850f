import { Ouverture, PlanVisibilite } from '@pupitre/prisma'
import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { fichesOfPlan } from './fiches-of-plan.ts'
import { findPlan } from './find-plan.ts'

const planAccessSchema = z.object({
  planId: z.guid(),
  visibilite: z.enum(PlanVisibilite).optional(),
  ouverture: z.enum(Ouverture).optional(),
})

/**
 * Changes who reads a plan, and the most that a role gives there. Whoever has it or one of its fiches open is judged again.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function changePlanAccess(useCase: UseCase, input: z.input<typeof planAccessSchema>): Promise<void> {
  const { viewer, tx, record } = useCase
  const { planId, ...asked } = parseInput(planAccessSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'managePlanAccess', plan)
  const { visibilite = plan.visibilite, ouverture = plan.ouverture } = asked
  if (visibilite === plan.visibilite && ouverture === plan.ouverture) return

  await tx.plan.update({
    where: { id: plan.id, collectiviteId: plan.collectiviteId },
    data: { visibilite, ouverture },
  })
  const fiches = await fichesOfPlan(tx, plan.id)
  record.rights({ plans: [plan.id], fiches })
  record.change({ kind: 'plan', planId: plan.id, fields: ['visibilite', 'ouverture'] })
  for (const ficheId of fiches) record.change({ kind: 'fiche', ficheId, fields: ['viewerCanUpdate'] })
}
