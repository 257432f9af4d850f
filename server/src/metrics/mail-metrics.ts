import { setTimeout as delay } from 'node:timers/promises'
import { Gauge, type Registry } from 'prom-client'
import type { QueueHealth } from '../jobs/job-queue.ts'
import { onceAtATime } from './once-at-a-time.ts'

/** A database that does not answer must not keep Prometheus from the other measures. */
const ANSWER_MS = 2_000

const UNKNOWN: QueueHealth = { waiting: Number.NaN, failed: Number.NaN, oldestWaitingSeconds: Number.NaN }

/** The queue of messages, as the database has it when it is asked: the same from every process. Not a number while it does not answer. */
export function addMailMetrics(registry: Registry, readHealth: () => Promise<QueueHealth>): void {
  const read = onceAtATime(() =>
    Promise.race([readHealth(), delay(ANSWER_MS, UNKNOWN, { ref: false })]).catch(() => UNKNOWN),
  )
  const gauges: [name: string, help: string, of: (health: QueueHealth) => number][] = [
    [
      'pupitre_mail_waiting',
      'Messages that wait to be sent, those to be tried again included',
      ({ waiting }) => waiting,
    ],
    ['pupitre_mail_failed', 'Messages given up after all their tries, within a day', ({ failed }) => failed],
    [
      'pupitre_mail_oldest_waiting_seconds',
      'How long the oldest message that is not sent has waited; 0 when none waits',
      ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
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
