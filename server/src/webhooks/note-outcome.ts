import type { PrismaClient } from '@pupitre/prisma'
import type { Mail } from '../domain/mail.ts'
import type { Tx } from '../domain/transaction.ts'
import { abandonWaiting } from '../domain/webhook/abandon-waiting.ts'
import type { Claimed } from './claim-delivery.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { Outcome } from './send-event.ts'

/** A webhook that takes nothing for so long is given up: its receiver is gone, and somebody must look. */
const DISABLE_AFTER_MS = 3 * 24 * 3_600_000

/** What became of an event: taken, to be tried again, given up, or given up with its webhook. */
export type Fate = 'delivered' | 'retried' | 'abandoned' | 'disabled'

interface Noting {
  prisma: PrismaClient
  mail: Pick<Mail, 'post'>
}

/** Writes how a try ended, and what follows; null when it is not this try's to say: it was too late, or the webhook is gone. */
export async function noteOutcome({ prisma, mail }: Noting, claimed: Claimed, outcome: Outcome): Promise<Fate | null> {
  const { id, webhookId, collectiviteId, claimedUntil } = claimed
  const now = new Date()
  // A trial is made once.
  const delayMs = claimed.kind === 'ESSAI' ? null : retryDelayMs(claimed.attempts)
  const isTaken = outcome.failure === null
  const nextAttemptAt = isTaken || delayMs === null ? null : new Date(now.getTime() + delayMs)
  const over = isTaken ? 'LIVREE' : 'ABANDONNEE'
  return prisma.$transaction(async (tx) => {
    // First the webhook, as those who change it do.
    await tx.$queryRaw`SELECT 1 FROM webhook WHERE id = ${webhookId}::uuid FOR UPDATE`
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, collectiviteId, claimedUntil, status: 'EN_ATTENTE' },
      data: {
        ...outcome,
        status: nextAttemptAt ? 'EN_ATTENTE' : over,
        nextAttemptAt,
        claimedUntil: null,
        lastAttemptAt: now,
      },
    })
    if (count === 0) return null
    if (isTaken) {
      await tx.webhook.updateMany({
        where: { id: webhookId, failingSince: { not: null } },
        data: { failingSince: null },
      })
      return 'delivered'
    }
    if (claimed.kind === 'ESSAI') return 'abandoned'
    await tx.webhook.updateMany({ where: { id: webhookId, failingSince: null }, data: { failingSince: now } })
    if (nextAttemptAt) return 'retried'
    return (await disableIfGone({ tx, mail, now }, claimed)) ? 'disabled' : 'abandoned'
  })
}

/** Tells a webhook nothing more, and its admins so, once it has taken nothing for days. */
async function disableIfGone(
  { tx, mail, now }: { tx: Tx; mail: Pick<Mail, 'post'>; now: Date },
  { webhookId, collectiviteId }: Claimed,
): Promise<boolean> {
  const isGone = { failingSince: { lte: new Date(now.getTime() - DISABLE_AFTER_MS) }, disabledAt: null }
  const { count } = await tx.webhook.updateMany({
    where: { id: webhookId, collectiviteId, ...isGone },
    data: { disabledAt: now },
  })
  if (count === 0) return false
  await abandonWaiting(tx, { webhookId, collectiviteId })
  const admins = await tx.membre.findMany({ where: { collectiviteId, role: 'ADMIN' }, select: { userId: true } })
  await mail.post(
    tx,
    admins.map(({ userId }) => ({ kind: 'webhookDisabled', webhookId, userId })),
  )
  return true
}
