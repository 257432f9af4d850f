import type { LigneBudget } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import type { BudgetKey } from './budget-rules.ts'
import { ligneWords } from './ligne-words.ts'

/** The fields of `Fiche` that a change of its budget changes. */
export const BUDGET_FIELDS = ['budgets', 'budgetTotal']

/**
 * A line that the viewer may change, its fiche locked.
 * @throws NotFoundError, ForbiddenError.
 */
export async function demandLigneBudget(useCase: UseCase, id: string): Promise<LigneBudget> {
  const { viewer, tx } = useCase
  const where = { id, fiche: readableFiches(viewer) }
  const found = await tx.ligneBudget.findFirst({ where, select: { ficheId: true } })
  if (!found) throw new NotFoundError('LIGNE')
  await demandFiche(useCase, 'editFiche', found.ficheId)
  await lockFiche(tx, found.ficheId)
  // A colleague may have taken it away while this waited for the lock.
  const ligne = await tx.ligneBudget.findUnique({ where: { id } })
  if (!ligne) throw new NotFoundError('LIGNE')
  return ligne
}

/** @throws ConflictError BUDGET_LINE_EXISTS naming the line of this key which is there already. The fiche is locked. */
export async function demandFreeKey(
  { tx }: UseCase,
  { ficheId, exceptId, type, unite, nature, annee }: BudgetKey & { ficheId: string; exceptId?: string },
): Promise<void> {
  const first = await tx.ligneBudget.findFirst({
    where: { ficheId, type, unite, nature, annee, ...(exceptId && { NOT: { id: exceptId } }) },
  })
  if (!first) return
  throw new ConflictError({
    code: 'BUDGET_LINE_EXISTS',
    message: `Le budget a déjà cette ligne (${ligneWords(first)}). Modifiez-la plutôt que d’en ajouter une seconde.`,
  })
}
