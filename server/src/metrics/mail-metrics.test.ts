import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { addMailMetrics } from './mail-metrics.ts'

test('asks once for all measures of a scrape, and for what is true then', async () => {
  const registry = new Registry()
  let asked = 0
  addMailMetrics(registry, () => Promise.resolve({ waiting: (asked += 1), failed: 2, oldestWaitingSeconds: 3.5 }))
  for (const waiting of [1, 2]) {
    const read = await registry.metrics()
    expect(read).toContain(`pupitre_mail_waiting ${waiting}\n`)
    expect(read).toContain('pupitre_mail_failed 2\n')
    expect(read).toContain('pupitre_mail_oldest_waiting_seconds 3.5\n')
  }
})

test.each([
  ['refuses', () => Promise.reject(new Error('away'))],
  ['says nothing', () => new Promise<never>(() => undefined)],
])('a database that %s leaves the other measures readable, and these unknown', async (_, readHealth) => {
  const registry = new Registry()
  addMailMetrics(registry, readHealth)
  expect(await registry.metrics()).toMatch(/pupitre_mail_waiting nan\n/i)
})
