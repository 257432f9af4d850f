import { setTimeout as delay } from 'node:timers/promises'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { WebhookHealth } from '../webhooks/webhook-health.ts'
import { onceAtATime } from './once-at-a-time.ts'

/** A database that does not answer must not keep Prometheus from the other measures. */
const ANSWER_MS = 2_000

const UNKNOWN: WebhookHealth = { waiting: Number.NaN, oldestDueSeconds: Number.NaN }

interface Measured {
  /** What this process has sent since it started, by what became of it. */
  tally: () => Readonly<Record<string, number>>
  health: () => Promise<WebhookHealth>
}

/** What webhooks are sent: counted by each process, and the queue as the database has it. */
export function addWebhookMetrics(registry: Registry, { tally, health }: Measured): void {
  const read = onceAtATime(() =>
    Promise.race([health(), delay(ANSWER_MS, UNKNOWN, { ref: false })]).catch(() => UNKNOWN),
  )
  registry.registerMetric(
    new Counter({
      name: 'pupitre_webhook_tries_total',
      help: 'Tries to send an event to a webhook, by what became of the event',
      labelNames: ['outcome'],
      registers: [],
      collect() {
        this.reset()
        for (const [outcome, count] of Object.entries(tally())) this.inc({ outcome }, count)
      },
    }),
  )
  const gauges: [name: string, help: string, of: (health: WebhookHealth) => number][] = [
    [
      'pupitre_webhook_waiting',
      'Events to send to webhooks, those to be tried again included',
      ({ waiting }) => waiting,
    ],
    [
      'pupitre_webhook_oldest_due_seconds',
      'For how long the oldest event that is due has not been sent; 0 when none is due',
      ({ oldestDueSeconds }) => oldestDueSeconds,
    ],
  ]
  for (const [name, help, of] of gauges) {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        async collect() {
          this.set(of(await read()))
        },
      }),
    )
  }
}
