import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { addWebhookMetrics } from './webhook-metrics.ts'

test('counts what was sent, and asks once for what waits', async () => {
  const registry = new Registry()
  const tally = { delivered: 0, retried: 2 }
  let asked = 0
  const health = () => Promise.resolve({ waiting: (asked += 1), oldestDueSeconds: 3.5 })
  addWebhookMetrics(registry, { tally: () => tally, health })
  for (const times of [1, 2]) {
    tally.delivered = times * 10
    const read = await registry.metrics()
    expect(read).toContain(`pupitre_webhook_tries_total{outcome="delivered"} ${times * 10}\n`)
    expect(read).toContain('pupitre_webhook_tries_total{outcome="retried"} 2\n')
    expect(read).toContain(`pupitre_webhook_waiting ${times}\n`)
    expect(read).toContain('pupitre_webhook_oldest_due_seconds 3.5\n')
  }
})

test('a database that does not answer leaves what was sent readable, and what waits unknown', async () => {
  const registry = new Registry()
  addWebhookMetrics(registry, { tally: () => ({ delivered: 1 }), health: () => new Promise<never>(() => undefined) })
  const read = await registry.metrics()
  expect(read).toContain('pupitre_webhook_tries_total{outcome="delivered"} 1\n')
  expect(read).toMatch(/pupitre_webhook_waiting nan\n/i)
})
