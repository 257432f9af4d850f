import { NotFoundError } from '../errors.ts'
import type { Tx } from '../transaction.ts'

/**
 * Makes the changes of one fiche's lists wait for each other until the transaction ends, so that two people who add the same
 * line, or at the end of the same list, are told apart. Taken after a plan's lock and before any document's row.
 * @throws NotFoundError when it went into the corbeille meanwhile.
 */
export async function lockFiche(tx: Tx, ficheId: string): Promise<void> {
  await lockFiches(tx, [ficheId])
}

/** The same for several, always in one order, so that two of these acts never wait for each other. */
export async function lockFiches(tx: Tx, ficheIds: readonly string[]): Promise<void> {
  const fiches = await tx.$queryRaw<{ suppressionId: string | null }[]>`
    SELECT suppression_id AS "suppressionId" FROM fiche
    WHERE id = ANY(${[...ficheIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const isLive = fiches.length === new Set(ficheIds).size && fiches.every(({ suppressionId }) => suppressionId === null)
  if (!isLive) throw new NotFoundError('FICHE')
}
