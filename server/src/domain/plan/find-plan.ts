import type { Plan } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { readablePlans } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** @throws NotFoundError when it does not exist or the viewer may not read it. */
export async function findPlan({ viewer, tx }: UseCase, id: string): Promise<Plan> {
  const plan = await tx.plan.findFirst({ where: { AND: [{ id }, readablePlans(viewer)] } })
  if (!plan) throw new NotFoundError('PLAN')
  return plan
}
