import { NotFoundError } from '../errors.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import { planTargetSelect } from '../rights/granted.ts'
import { readableAxes } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { lockIndicateur } from './find-indicateur.ts'
import { MAX_LINKED_INDICATEURS, MAX_LINKS_OF_INDICATEUR } from './indicateur-rules.ts'
import { tooManyLinks } from './link-fiche.ts'

export interface AxeLink {
  axeId: string
  indicateurId: string
}

/**
 * Links an indicateur to an axe of a plan of its collectivité; linking again what is linked is a success.
 * @throws NotFoundError (the axe, the indicateur), ForbiddenError (to change the plan), ConflictError TOO_MANY_LINKS.
 */
export async function addAxeIndicateur(useCase: UseCase, link: AxeLink): Promise<AxeLink> {
  const { tx } = useCase
  const { planId, ...found } = await findEnds(useCase, link)
  const { axeId, indicateurId } = found
  const { count } = await tx.axeIndicateur.createMany({ data: [found], skipDuplicates: true })
  if (count === 0) return found
  const ofAxe = await tx.axeIndicateur.count({ where: { axeId, indicateur: { suppressionId: null } } })
  const ofIndicateur = await tx.axeIndicateur.count({ where: { indicateurId } })
  if (ofAxe > MAX_LINKED_INDICATEURS || ofIndicateur > MAX_LINKS_OF_INDICATEUR) throw tooManyLinks('axe')
  recordLink(useCase, { planId, ...found })
  return found
}

/** Unlinks them; unlinking again is a success. @throws NotFoundError (the axe, the indicateur), ForbiddenError (to change the plan). */
export async function removeAxeIndicateur(useCase: UseCase, link: AxeLink): Promise<AxeLink> {
  const { planId, ...found } = await findEnds(useCase, link)
  const { count } = await useCase.tx.axeIndicateur.deleteMany({ where: found })
  if (count > 0) recordLink(useCase, { planId, ...found })
  return found
}

async function findEnds(useCase: UseCase, link: AxeLink): Promise<AxeLink & { planId: string }> {
  const { viewer, tx } = useCase
  const axe = await tx.axe.findFirst({
    where: { AND: [{ id: link.axeId }, readableAxes(viewer)] },
    select: { id: true, planId: true, plan: { select: planTargetSelect(viewer) } },
  })
  if (!axe) throw new NotFoundError('AXE')
  demandInPlan(viewer, 'editPlan', axe.plan)
  const { id: indicateurId, collectiviteId } = await lockIndicateur(useCase, link.indicateurId)
  if (collectiviteId !== axe.plan.collectiviteId) throw new NotFoundError('INDICATEUR')
  await lockPlan(tx, axe.planId)
  return { axeId: axe.id, indicateurId, planId: axe.planId }
}

function recordLink({ record }: UseCase, { planId, axeId, indicateurId }: AxeLink & { planId: string }): void {
  record.change({ kind: 'indicateur', indicateurId, fields: ['axes'], axeId })
  record.change({ kind: 'plan', planId, axeIds: [axeId] })
}
