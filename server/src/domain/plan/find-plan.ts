import type { Plan } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { octroisOf } from '../rights/granted.ts'
import type { PlanTarget } from '../rights/may.ts'
import { readablePlans } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** A plan, with what grants on it give the viewer. */
export type FoundPlan = Plan & Pick<PlanTarget, 'octrois'>

/** @throws NotFoundError when it does not exist or the viewer may not read it. */
export async function findPlan({ viewer, tx }: UseCase, id: string): Promise<FoundPlan> {
  const plan = await tx.plan.findFirst({
    where: { AND: [{ id }, readablePlans(viewer)] },
    include: { octrois: octroisOf(viewer) },
  })
  if (!plan) throw new NotFoundError('PLAN')
  return plan
}
