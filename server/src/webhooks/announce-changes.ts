import type { FeedAudience, PrismaClient } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { foldTouches } from '../domain/feed/fold-touches.ts'
import { eventBody } from '../domain/webhook/event-body.ts'
import { writePlace } from '../graphql/changes/change-cursor.ts'

/** Webhooks told in one transaction. */
const BATCH = 100

/** Between two announcements to one webhook: what colleagues write for an hour is some sixty events, not thousands. */
export const ANNOUNCEMENT_INTERVAL_S = 60

const TIMEOUT_MS = 30_000

interface Announcing {
  prisma: PrismaClient
  intervalSeconds?: number
  signal: AbortSignal
}

interface DueWebhook {
  id: string
  collectiviteId: string
  announcedEpoch: string
  announcedSeq: bigint
  audience: FeedAudience
  epoch: string
  seq: bigint
}

/**
 * Queues an event for each webhook whose key would now be told of changes that were not announced. None while one waits: that one says it
 * already.
 * @returns how many
 */
export async function announceChanges({
  prisma,
  intervalSeconds = ANNOUNCEMENT_INTERVAL_S,
  signal,
}: Announcing): Promise<number> {
  // Without webhooks, feeds are told when they are read.
  if ((await prisma.webhook.findFirst({ where: { disabledAt: null }, select: { id: true } })) === null) return 0
  while (!signal.aborted && (await foldTouches(prisma)));
  let announced = 0
  while (!signal.aborted) {
    const count = await announceBatch(prisma, intervalSeconds)
    announced += count
    if (count < BATCH) break
  }
  return announced
}

async function announceBatch(prisma: PrismaClient, intervalSeconds: number): Promise<number> {
  return prisma.$transaction(
    async (tx) => {
      const due = await tx.$queryRaw<DueWebhook[]>`
        SELECT w.id, w.collectivite_id AS "collectiviteId", w.announced_epoch AS "announcedEpoch", w.announced_seq AS "announcedSeq",
          f.audience, f.epoch, f.seq
        FROM webhook w JOIN feed f ON f.id = w.feed_id JOIN api_key k ON k.id = w.api_key_id
        WHERE w.disabled_at IS NULL AND k.revoked_at IS NULL AND k.expires_at > now()
          AND (w.announced_epoch, w.announced_seq) IS DISTINCT FROM (f.epoch, f.seq)
          AND w.announced_at <= now() - make_interval(secs => ${intervalSeconds}::float8)
          AND NOT EXISTS (
            SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.kind = 'CHANGEMENTS' AND d.status = 'EN_ATTENTE'
          )
        ORDER BY w.announced_at LIMIT ${BATCH} FOR UPDATE OF w SKIP LOCKED`
      const now = new Date()
      await tx.webhookDelivery.createMany({
        data: due.map((webhook) => ({
          id: uuidv7(),
          webhookId: webhook.id,
          collectiviteId: webhook.collectiviteId,
          kind: 'CHANGEMENTS' as const,
          body: bodyFor(webhook, now),
        })),
        // Somebody had one sent again since it was looked: it says the same.
        skipDuplicates: true,
      })
      for (const { id, collectiviteId, epoch, seq } of due) {
        await tx.webhook.update({
          where: { id, collectiviteId },
          data: { announcedEpoch: epoch, announcedSeq: seq, announcedAt: now },
        })
      }
      return due.length
    },
    { timeout: TIMEOUT_MS },
  )
}

/** From where to ask: what was announced before. A restored database has another epoch: from the beginning. */
function bodyFor({ announcedEpoch, announcedSeq: seq, audience, epoch }: DueWebhook, at: Date): string {
  const query = audience === 'PUBLIC' ? 'changesPublics' : 'changes'
  const after = announcedEpoch === epoch ? writePlace([{ epoch, since: seq, seq }], { order: query }) : null
  return eventBody({ type: 'changes', data: { query, after } }, at)
}
