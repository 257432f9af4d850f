import { inTransaction } from '../../../bus/in-transaction.ts'
import type { UseCase } from '../../../domain/use-case.ts'
import type { GraphqlContext } from '../../context.ts'
import { uuidOf } from '../../global-id.ts'

/**
 * Adds to a set of a fiche, or removes from it, then answers the fiche: the set is never sent whole, so that two people at once
 * both win.
 */
export async function changeSet(
  context: GraphqlContext,
  globalId: string,
  change: (useCase: UseCase, ficheId: string) => Promise<void>,
): Promise<{ ficheId: string }> {
  const ficheId = uuidOf('Fiche', globalId)
  await inTransaction(context, (useCase) => change(useCase, ficheId))
  return { ficheId }
}
