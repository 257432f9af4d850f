import { parseInput } from '../parse-input.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { renamedAxeSchema } from './axe-rules.ts'
import { findAxe } from './find-axe.ts'

/**
 * Gives an axe another name; answers the one that it had, to go back to it.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function renameAxe(useCase: UseCase, input: { axeId: string; nom: string }): Promise<{ before: string }> {
  const { axeId, nom } = parseInput(renamedAxeSchema, input)
  const axe = await findAxe(useCase, axeId)
  demandInPlan(useCase.viewer, 'editPlan', axe.plan)
  await useCase.tx.axe.update({ where: { id: axe.id }, data: { nom } })
  useCase.record.change({ kind: 'plan', planId: axe.planId, axeIds: [axe.id], renamedAxeIds: [axe.id] })
  return { before: axe.nom }
}
