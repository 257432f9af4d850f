import type { PrismaClient } from '@pupitre/prisma'

/** How long the log tells what was sent. */
const KEPT_DAYS = 30

/** And of one webhook, how many at most. */
export const KEPT_DELIVERIES = 1_000

/** Taken away in one statement: some tens of milliseconds. */
const BATCH = 5_000

/** Takes away what was sent long ago, and says how many there were. What waits stays. `signal`: leaves the rest for later. */
export async function forgetDeliveries(
  prisma: PrismaClient,
  { signal, kept = KEPT_DELIVERIES }: { signal?: AbortSignal; kept?: number } = {},
): Promise<number> {
  let forgotten = 0
  for (;;) {
    if (signal?.aborted) return forgotten
    const taken = await prisma.$executeRaw`
      DELETE FROM webhook_delivery WHERE id IN (
        SELECT id FROM (
          SELECT id, status, created_at, row_number() OVER (PARTITION BY webhook_id ORDER BY created_at DESC, id DESC) AS rang
          FROM webhook_delivery
        ) AS sent
        WHERE status <> 'EN_ATTENTE' AND (created_at < now() - make_interval(days => ${KEPT_DAYS}::int) OR rang > ${kept})
        LIMIT ${BATCH}
      )`
    forgotten += taken
    if (taken < BATCH) return forgotten
  }
}
