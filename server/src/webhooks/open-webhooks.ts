import { Resolver } from 'node:dns/promises'
import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyBaseLogger } from 'fastify'
import type { Mail } from '../domain/mail.ts'
import type { WebhookPort } from '../domain/webhook/webhook-port.ts'
import { every } from '../jobs/every.ts'
import { systemClock } from '../sync/clock.ts'
import { ANNOUNCEMENT_INTERVAL_S, announceChanges } from './announce-changes.ts'
import { DeliveryWorker } from './delivery-worker.ts'
import type { Fate } from './note-outcome.ts'
import { createSecretBox } from './secret-box.ts'
import { readWebhookHealth, type WebhookHealth } from './webhook-health.ts'

/** How often what is due is looked for: a trial that somebody waits for goes within it. */
const LOOK_PERIOD_MS = 1_000

/** How often changes are looked for. */
const ANNOUNCE_PERIOD_MS = 10_000

/** A name server that does not answer leaves time for the rest of a try. */
const RESOLVER = { timeout: 2_000, tries: 2 } as const

/** Webhooks of this process: what seals their secrets, and what it sends of what any process queued. */
export interface OpenWebhooks extends WebhookPort {
  /** What this process has sent since it started. */
  tally(): Readonly<Record<Fate, number>>
  /** @throws when the database does not answer */
  health(): Promise<WebhookHealth>
  close(): Promise<void>
}

interface WebhooksOptions {
  prisma: PrismaClient
  mail: Pick<Mail, 'post'>
  authSecret: string
  allowLoopback: boolean
  logger: Pick<FastifyBaseLogger, 'warn'>
  /** For tests, which wait less. */
  pace?: { announcePeriodMs: number; intervalSeconds: number; timeoutMs?: number }
}

/** The part of webhooks that needs no database: what the API stores. */
export function createWebhookPort({
  authSecret,
  allowLoopback,
}: Pick<WebhooksOptions, 'authSecret' | 'allowLoopback'>): WebhookPort {
  const box = createSecretBox(authSecret)
  return { allowLoopback, seal: (secret, webhookId) => box.seal(secret, webhookId) }
}

/** Starts announcing changes to webhooks, and sending. Any number of processes do. */
export function openWebhooks({
  prisma,
  mail,
  authSecret,
  allowLoopback,
  logger,
  pace = { announcePeriodMs: ANNOUNCE_PERIOD_MS, intervalSeconds: ANNOUNCEMENT_INTERVAL_S },
}: WebhooksOptions): OpenWebhooks {
  const fates: Record<Fate, number> = { delivered: 0, retried: 0, abandoned: 0, disabled: 0 }
  const worker = new DeliveryWorker({
    prisma,
    mail,
    box: createSecretBox(authSecret),
    resolver: new Resolver(RESOLVER),
    allowLoopback,
    logger,
    onFate: (fate) => void (fates[fate] += 1),
    ...(pace.timeoutMs !== undefined && { timeoutMs: pace.timeoutMs }),
  })
  const onError = (err: unknown) => logger.warn({ err }, 'webhooks wait for the database')
  const looking = every(LOOK_PERIOD_MS, { clock: systemClock, run: () => worker.fill(), onError })
  const announcing = every(pace.announcePeriodMs, {
    clock: systemClock,
    run: async (signal) => void (await announceChanges({ prisma, intervalSeconds: pace.intervalSeconds, signal })),
    onError,
  })
  return {
    ...createWebhookPort({ authSecret, allowLoopback }),
    tally: () => fates,
    health: () => readWebhookHealth(prisma),
    async close() {
      await announcing.close()
      await looking.close()
      await worker.close()
    },
  }
}
