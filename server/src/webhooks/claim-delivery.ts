import type { PrismaClient, WebhookDeliveryKind } from '@pupitre/prisma'

/** After so long, whoever sends an event is dead: another process sends it. More than a try and its note take. */
const CLAIM_SECONDS = 20

/** An event to send now, and by what. */
export interface Claimed {
  id: string
  collectiviteId: string
  webhookId: string
  kind: WebhookDeliveryKind
  body: string
  /** This try included. */
  attempts: number
  /** By which its outcome is noted, and by nobody else's. */
  claimedUntil: Date
  url: string
  secret: Uint8Array
  /** null: there is none, or it signs no more. */
  previousSecret: Uint8Array | null
}

/**
 * Takes the event that has been due for longest, of a webhook that is told and a key that holds; null when there is none. Two processes never
 * take the same.
 *
 * @param busy collectivités of which enough is being sent
 */
export async function claimDelivery(prisma: PrismaClient, busy: readonly string[]): Promise<Claimed | null> {
  const [claimed] = await prisma.$queryRaw<Claimed[]>`
    WITH due AS MATERIALIZED (
      SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id JOIN api_key k ON k.id = w.api_key_id
      WHERE d.status = 'EN_ATTENTE' AND d.next_attempt_at <= now() AND (d.claimed_until IS NULL OR d.claimed_until <= now())
        AND w.disabled_at IS NULL AND k.revoked_at IS NULL AND k.expires_at > now()
        AND NOT d.collectivite_id = ANY (${busy}::uuid[])
      ORDER BY d.next_attempt_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE webhook_delivery d SET attempts = d.attempts + 1, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}::int)
    FROM due, webhook w
    WHERE d.id = due.id AND w.id = d.webhook_id
    RETURNING d.id, d.collectivite_id AS "collectiviteId", d.webhook_id AS "webhookId", d.kind, d.body, d.attempts,
      d.claimed_until AS "claimedUntil", w.url, w.secret,
      CASE WHEN w.previous_secret_until > now() THEN w.previous_secret END AS "previousSecret"`
  return claimed ?? null
}

/** Gives back an event that was not sent, as if it had not been taken. */
export async function releaseDelivery(prisma: PrismaClient, { id, claimedUntil }: Claimed): Promise<void> {
  await prisma.webhookDelivery.updateMany({
    where: { id, claimedUntil, status: 'EN_ATTENTE' },
    data: { claimedUntil: null, attempts: { decrement: 1 } },
  })
}
