import { ConflictError } from '../errors.ts'
import type { Tx } from '../transaction.ts'
import { MAX_INDICATEURS } from './indicateur-rules.ts'

/** @throws ConflictError TOO_MANY_INDICATEURS when a collectivité has no room for some more. */
export async function demandIndicateurs(
  tx: Tx,
  { collectiviteId, more }: { collectiviteId: string; more: number },
): Promise<void> {
  const count = await tx.indicateur.count({ where: { collectiviteId, suppressionId: null } })
  if (count + more > MAX_INDICATEURS) {
    throw new ConflictError({
      code: 'TOO_MANY_INDICATEURS',
      message: `Une collectivité compte au plus ${MAX_INDICATEURS} indicateurs.`,
    })
  }
}
