import type { Tx } from '../transaction.ts'

/**
 * Makes the changes of one plan's structure wait for each other until the transaction ends, so that two
 * people who add at the end of the same place do not draw the same position. Taken before any document's row.
 */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM plan WHERE id = ${planId}::uuid FOR NO KEY UPDATE`
}
