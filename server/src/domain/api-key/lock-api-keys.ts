import type { Tx } from '../transaction.ts'

/** Makes the changes of a collectivité's keys wait for each other: two that are created at once are both counted. */
export async function lockApiKeys(tx: Tx, collectiviteId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM collectivite WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`
}
