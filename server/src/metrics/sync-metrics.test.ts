import { Registry } from 'prom-client'
import { expect, onTestFinished, test } from 'vitest'
import { newFiche } from '../sync/testing/stored-document.ts'
import { settled } from '../sync/testing/gated-log.ts'
import { TestClient } from '../sync/testing/test-client.ts'
import { startEngine } from '../sync/testing/test-engine.ts'
import { addSyncMetrics } from './sync-metrics.ts'

/** A server that is watched, and what Prometheus would read of one measure: by its labels, without the buckets. */
async function watched({ access = 'write' }: { access?: 'read' | 'write' | null } = {}) {
  const { engine, log, clock, judge } = startEngine()
  judge.access = () => access
  const registry = new Registry()
  onTestFinished(addSyncMetrics(registry, () => engine.health()))
  const { ref } = await newFiche()
  const client = new TestClient({ engine, ref, query: { ack: '1' } })
  await client.connect()
  client.exchange()
  const write = async (text: string) => {
    client.text.insert(0, text)
    client.deliver()
    await settled()
  }
  const read = async (name: string): Promise<Record<string, number>> => {
    const metric = await registry.getSingleMetric(name)?.get()
    const values = metric?.values.filter(
      (each) => !('metricName' in each) || String(each.metricName).endsWith('_count'),
    )
    return Object.fromEntries((values ?? []).map(({ labels, value }) => [Object.values(labels).join(' '), value]))
  }
  return { engine, log, clock, client, write, read }
}

test('counts who comes in, what they write, its commits, and how they leave', async () => {
  const { engine, client, write, read, log } = await watched()
  await write('une')
  await write('deux')
  await engine.commit.idle()
  expect(await read('pupitre_sync_edit_durable_seconds')).toEqual({ '': 2 })
  expect(await read('pupitre_sync_edits_total')).toMatchObject({ store: 2 })
  expect(await read('pupitre_sync_opening_seconds')).toEqual({ in: 1 })
  expect(await read('pupitre_sync_document_load_seconds')).toEqual({ '': 1 })
  const committed = (await read('pupitre_sync_flush_seconds'))['committed'] ?? 0
  expect(committed).toBeGreaterThanOrEqual(1)
  log.isOpen = false
  await write('trois')
  expect(await read('pupitre_sync_waiting_edits')).toEqual({ '': 1 })
  await log.release('away')
  expect(await read('pupitre_sync_flush_seconds')).toEqual({ committed, away: 1 })
  expect(await read('pupitre_sync_storage_up')).toEqual({ '': 0 })
  client.connection?.ended()
  expect(await read('pupitre_sync_closed_total')).toEqual({ left: 1 })
})

test('tells edits that are refused, frames that cannot be read, and who was turned away at the door', async () => {
  const reader = await watched({ access: 'read' })
  await reader.write('non')
  expect(await reader.read('pupitre_sync_edits_total')).toMatchObject({ readOnly: 1 })
  reader.client.connection?.receive(new Uint8Array([99]))
  expect(await reader.read('pupitre_sync_closed_total')).toEqual({ badFrame: 1 })
  const stranger = await watched({ access: null })
  expect(await stranger.read('pupitre_sync_opening_seconds')).toEqual({ notFound: 1 })
})
