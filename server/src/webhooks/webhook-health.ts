import type { PrismaClient } from '@pupitre/prisma'

/** What the queue of webhooks holds now. */
export interface WebhookHealth {
  /** To be sent, those to be tried again included. */
  waiting: number
  /** For how long the oldest that is due has been, and is not sent; 0 when none is due. */
  oldestDueSeconds: number
}

/** Of webhooks that are told and keys that hold: what no process may send waits for nobody. */
export async function readWebhookHealth(prisma: PrismaClient): Promise<WebhookHealth> {
  const [health = { waiting: 0, oldestDueSeconds: 0 }] = await prisma.$queryRaw<WebhookHealth[]>`
    SELECT count(*)::int AS waiting,
      coalesce(extract(epoch FROM now() - min(d.next_attempt_at) FILTER (WHERE d.next_attempt_at <= now())), 0)::float8 AS "oldestDueSeconds"
    FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id JOIN api_key k ON k.id = w.api_key_id
    WHERE d.status = 'EN_ATTENTE' AND w.disabled_at IS NULL AND k.revoked_at IS NULL AND k.expires_at > now()`
  return health
}
