import type { LigneBudget } from '@pupitre/prisma'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { MAX_LIGNES_BUDGET, type NewLigneBudget, newLigneBudgetSchema } from './budget-rules.ts'
import { BUDGET_FIELDS, demandFreeKey } from './find-ligne-budget.ts'

/**
 * Adds a line to a fiche's budget: one per type, unit, nature, and year or total.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError naming the line that is there already.
 */
export async function addLigneBudget(useCase: UseCase, input: NewLigneBudget): Promise<LigneBudget> {
  const { tx } = useCase
  const ligne = parseInput(newLigneBudgetSchema, input)
  const { id: ficheId } = await demandFiche(useCase, 'editFiche', ligne.ficheId)
  await lockFiche(tx, ficheId)
  await demandFreeKey(useCase, ligne)
  demandRoom({
    count: (await tx.ligneBudget.count({ where: { ficheId } })) + 1,
    max: MAX_LIGNES_BUDGET,
    what: 'LIGNES',
    message: `Le budget d’une fiche tient en ${MAX_LIGNES_BUDGET} lignes.`,
  })
  const created = await tx.ligneBudget.create({ data: ligne })
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: BUDGET_FIELDS })
  return created
}
