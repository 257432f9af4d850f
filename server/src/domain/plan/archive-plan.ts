import { NotFoundError } from '../errors.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { fichesOfPlan } from './fiches-of-plan.ts'
import { findPlan } from './find-plan.ts'
import { lockPlans } from './lock-plan.ts'

/**
 * Archives a plan, whose contents nobody changes from then on, or takes it out of the archives. Whoever has it or one of its fiches open is
 * judged again. Nothing happens when it is so already.
 * @throws NotFoundError, ForbiddenError.
 */
export async function archivePlan(
  useCase: UseCase,
  { planId, archive }: { planId: string; archive: boolean },
): Promise<void> {
  const { viewer, tx, record } = useCase
  demandInPlan(viewer, 'archivePlan', await findPlan(useCase, planId))
  // Whoever changes its structure is done, and those who come after see it as it is then.
  const [plan] = await lockPlans(tx, [planId])
  if (!plan || plan.suppressionId !== null) throw new NotFoundError('PLAN')
  if ((plan.archivedAt !== null) === archive) return

  await tx.plan.update({ where: { id: planId }, data: { archivedAt: archive ? new Date() : null } })
  const fiches = await fichesOfPlan(tx, planId)
  record.rights({ plans: [planId], fiches })
  record.change({ kind: 'plan', planId, fields: ARCHIVE_FIELDS })
  for (const ficheId of fiches) record.change({ kind: 'fiche', ficheId, fields: ['viewerCanUpdate'] })
}

/** Fields of a plan that are others once it is archived. */
const ARCHIVE_FIELDS = ['archivedAt', 'viewerCanUpdate', 'viewerCanCreateFiche', 'viewerCanDelete']
