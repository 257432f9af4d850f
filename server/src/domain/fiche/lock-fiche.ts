import type { Tx } from '../transaction.ts'

/**
 * Makes the changes of one fiche's lists wait for each other until the transaction ends, so that two people who add the same
 * line, or at the end of the same list, are told apart. Taken after a plan's lock and before any document's row.
 */
export async function lockFiche(tx: Tx, ficheId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM fiche WHERE id = ${ficheId}::uuid FOR NO KEY UPDATE`
}
