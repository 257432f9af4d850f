import type { Tx } from '../transaction.ts'

/** Gives up what a webhook was to be sent. */
export async function abandonWaiting(
  tx: Tx,
  { webhookId, collectiviteId }: { webhookId: string; collectiviteId: string },
): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { webhookId, collectiviteId, status: 'EN_ATTENTE' },
    data: { status: 'ABANDONNEE', nextAttemptAt: null, claimedUntil: null },
  })
}
