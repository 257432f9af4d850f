import type { LigneBudget } from '@pupitre/prisma'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { type LigneBudgetChange, ligneBudgetChangeSchema } from './budget-rules.ts'
import { BUDGET_FIELDS, demandFreeKey, demandLigneBudget } from './find-ligne-budget.ts'

/**
 * Changes what is named of a line.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError naming another line of the key that it would have.
 */
export async function updateLigneBudget(
  useCase: UseCase,
  { ligneId, ...input }: LigneBudgetChange & { ligneId: string },
): Promise<LigneBudget> {
  const change = parseInput(ligneBudgetChangeSchema, input)
  const ligne = await demandLigneBudget(useCase, ligneId)
  await demandFreeKey(useCase, { ...ligne, ...defined(change), exceptId: ligne.id })
  const changed = await useCase.tx.ligneBudget.update({ where: { id: ligne.id, ficheId: ligne.ficheId }, data: change })
  await recordFicheChange(useCase, { ficheIds: [ligne.ficheId], fields: BUDGET_FIELDS })
  return changed
}

/** Takes a line away. @throws NotFoundError, ForbiddenError. */
export async function removeLigneBudget(useCase: UseCase, ligneId: string): Promise<LigneBudget> {
  const ligne = await demandLigneBudget(useCase, ligneId)
  await useCase.tx.ligneBudget.delete({ where: { id: ligne.id, ficheId: ligne.ficheId } })
  await recordFicheChange(useCase, { ficheIds: [ligne.ficheId], fields: BUDGET_FIELDS })
  return ligne
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> }

function defined<Value extends object>(value: Value): Defined<Value>
function defined(value: object) {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined))
}
