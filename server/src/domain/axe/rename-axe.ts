import { ConflictError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { type RenamedAxe, renamedAxeSchema } from './axe-rules.ts'
import { findAxe } from './find-axe.ts'

/**
 * Gives an axe another name; answers the one that it had, to go back to it. With `nomAttendu`, only if that is still its name: who
 * goes back does not undo what a colleague did since.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError AXE_RENAMED.
 */
export async function renameAxe(useCase: UseCase, input: RenamedAxe): Promise<{ before: string }> {
  const { axeId, nom, nomAttendu } = parseInput(renamedAxeSchema, input)
  const { id, plan, planId } = await findAxe(useCase, axeId)
  demandInPlan(useCase.viewer, 'editPlan', plan)
  await lockPlan(useCase.tx, planId)
  const { nom: before } = await findAxe(useCase, axeId)
  if (nomAttendu != null && before !== nomAttendu) throw renamedSince(before)
  await useCase.tx.axe.update({ where: { id }, data: { nom } })
  useCase.record.change({ kind: 'plan', planId, axeIds: [id], renamedAxeIds: [id] })
  return { before }
}

function renamedSince(nom: string): ConflictError {
  return new ConflictError({
    code: 'AXE_RENAMED',
    message: `Cet axe a été renommé « ${nom} » depuis : il garde ce nom.`,
  })
}
