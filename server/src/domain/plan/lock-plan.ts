import type { Tx } from '../transaction.ts'

/**
 * Makes the changes of one plan's structure wait for each other until the transaction ends, so that two
 * people who add at the end of the same place do not draw the same position. Taken before any document's row.
 */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  await lockPlans(tx, [planId])
}

/** The same for several plans, always in one order, so that two of these acts never wait for each other. */
export async function lockPlans(tx: Tx, planIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM plan WHERE id = ANY(${[...planIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
