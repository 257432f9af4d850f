import type { Axe } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import type { FoundPlan } from '../plan/find-plan.ts'
import { octroisOf } from '../rights/granted.ts'
import { readableAxes } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** @throws NotFoundError when it does not exist or the viewer may not read it. */
export async function findAxe({ viewer, tx }: UseCase, id: string): Promise<Axe & { plan: FoundPlan }> {
  const axe = await tx.axe.findFirst({
    where: { AND: [{ id }, readableAxes(viewer)] },
    include: { plan: { include: { octrois: octroisOf(viewer) } } },
  })
  if (!axe) throw new NotFoundError('AXE')
  return axe
}
