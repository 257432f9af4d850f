import { ConflictError, NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { readableChampsPropres, readablePlacements } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { VALEUR_SCHEMAS, type ValeurInput, valeurInputSchema } from './champ-rules.ts'

/**
 * Sets what a fiche says in a field of a plan that holds it, or empties it when nothing is given.
 * @throws ValidationError (a value of another type), NotFoundError (the fiche, the field, the choice), ForbiddenError,
 * ConflictError: the plan does not hold the fiche.
 */
export async function setValeur(useCase: UseCase, input: ValeurInput): Promise<{ ficheId: string }> {
  const { viewer, tx } = useCase
  const { ficheId, champId, ...given } = parseInput(valeurInputSchema, input)
  await demandFiche(useCase, 'editFiche', ficheId)
  const champ = await tx.champPropre.findFirst({ where: { AND: [{ id: champId }, readableChampsPropres(viewer)] } })
  if (!champ) throw new NotFoundError('CHAMP')
  const { planId, type } = champ
  if ((await tx.placement.count({ where: { AND: [{ ficheId, planId }, readablePlacements(viewer)] } })) === 0) {
    throw new ConflictError({
      code: 'CHAMP_OF_ANOTHER_PLAN',
      message: 'Ce champ est propre à un plan où la fiche n’a pas de place.',
    })
  }
  // The field and its choices stay what they are until the value is written.
  await lockPlan(tx, planId)
  await lockFiche(tx, ficheId)
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null))
  await tx.champPropreValeur.deleteMany({ where: { ficheId, champId } })
  if (Object.keys(values).length > 0) {
    const value = parseInput(VALEUR_SCHEMAS[type].strict(), values)
    if ('choixId' in value && (await tx.champPropreChoix.count({ where: { id: value.choixId, champId } })) === 0) {
      throw new NotFoundError('CHAMP')
    }
    await tx.champPropreValeur.create({ data: { ficheId, champId, type, ...value } })
  }
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: ['champsPropres'] })
  return { ficheId }
}
