import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { measures } from '../sync/measures.ts'
import type { SyncHealth } from '../sync/sync-server.ts'

/** From a commit on a fast disk to a database that is about to give up, in seconds. */
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const UPDATES_PER_FLUSH = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]
const BYTES = [256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216]

/** What the sync server does, for Prometheus: docs/operating.md says what to watch. */
export function addSyncMetrics(registry: Registry, syncHealth: () => SyncHealth): () => void {
  const unsubscribe = [...connectionMetrics(registry), ...editMetrics(registry), ...documentMetrics(registry)]
  addHealth(registry, syncHealth)
  return () => {
    for (const stop of unsubscribe) stop()
  }
}

function connectionMetrics(registry: Registry) {
  const registers = [registry]
  const openings = new Histogram({
    name: 'pupitre_sync_opening_seconds',
    help: 'From the upgrade of a sync connection to its being let in (outcome “in”) or closed',
    labelNames: ['outcome'],
    buckets: COMMIT_SECONDS,
    registers,
  })
  const closings = new Counter({
    name: 'pupitre_sync_closed_total',
    help: 'Sync connections that ended after they had been let in, by the reason of docs/sync-spec.md (“left”: by the client)',
    labelNames: ['reason'],
    registers,
  })
  const withheld = new Counter({
    name: 'pupitre_sync_awareness_withheld_total',
    help: 'Awareness frames that a slow reader was not sent',
    registers,
  })
  return [
    measures.opening.subscribe(({ outcome, milliseconds }) => openings.observe({ outcome }, milliseconds / 1000)),
    measures.closing.subscribe(({ reason }) => closings.inc({ reason })),
    measures.withheld.subscribe(() => withheld.inc()),
  ]
}

function editMetrics(registry: Registry) {
  const registers = [registry]
  const edits = new Counter({
    name: 'pupitre_sync_edits_total',
    help: 'Edit frames received, by what they were judged to be',
    labelNames: ['verdict'],
    registers,
  })
  const acknowledged = new Histogram({
    name: 'pupitre_sync_edit_durable_seconds',
    help: 'From an edit’s frame to its being on the database’s disk and shown to its room',
    buckets: COMMIT_SECONDS,
    registers,
  })
  const flushes = new Histogram({
    name: 'pupitre_sync_flush_seconds',
    help: 'Statements to the log of edits, by outcome (committed, away, busy, refused)',
    labelNames: ['outcome'],
    buckets: COMMIT_SECONDS,
    registers,
  })
  const perFlush = new Histogram({
    name: 'pupitre_sync_flush_updates',
    help: 'Edits in one committed statement',
    buckets: UPDATES_PER_FLUSH,
    registers,
  })
  const bytes = new Counter({
    name: 'pupitre_sync_committed_bytes_total',
    help: 'Bytes of edits committed',
    registers,
  })
  const lost = new Counter({
    name: 'pupitre_sync_edits_refused_by_database_total',
    help: 'Edits that the database refused for ever, or whose document is gone: never acknowledged, kept by their pages',
    labelNames: ['reason'],
    registers,
  })
  return [
    measures.edit.subscribe(({ verdict }) => edits.inc({ verdict })),
    measures.acknowledged.subscribe(({ milliseconds }) => acknowledged.observe(milliseconds / 1000)),
    measures.flush.subscribe((flush) => {
      flushes.observe({ outcome: flush.trouble ?? 'committed' }, flush.milliseconds / 1000)
      if (flush.trouble) return
      perFlush.observe(flush.updates)
      bytes.inc(flush.bytes)
    }),
    measures.lost.subscribe(({ reason, edits: count }) => lost.inc({ reason }, count)),
  ]
}

function documentMetrics(registry: Registry) {
  const registers = [registry]
  const loadings = new Histogram({
    name: 'pupitre_sync_document_load_seconds',
    help: 'Reading a document from the database, until it can be edited',
    buckets: COMMIT_SECONDS,
    registers,
  })
  const sizes = new Histogram({
    name: 'pupitre_sync_document_load_bytes',
    help: 'Size of the documents that were read',
    buckets: BYTES,
    registers,
  })
  const snapshots = new Histogram({
    name: 'pupitre_sync_snapshot_seconds',
    help: 'Snapshots that replace a long log, by outcome (saved, failed)',
    labelNames: ['outcome'],
    buckets: COMMIT_SECONDS,
    registers,
  })
  const projections = new Histogram({
    name: 'pupitre_sync_projection_seconds',
    help: 'Writing plain text and Markdown of changed fields, by outcome (written, failed)',
    labelNames: ['outcome'],
    buckets: COMMIT_SECONDS,
    registers,
  })
  return [
    measures.loading.subscribe(({ milliseconds, bytes }) => {
      loadings.observe(milliseconds / 1000)
      sizes.observe(bytes)
    }),
    measures.snapshot.subscribe(({ outcome, milliseconds }) => snapshots.observe({ outcome }, milliseconds / 1000)),
    measures.projection.subscribe(({ outcome, milliseconds }) => projections.observe({ outcome }, milliseconds / 1000)),
  ]
}

function addHealth(registry: Registry, syncHealth: () => SyncHealth): void {
  const gauges: [name: string, help: string, read: (health: SyncHealth) => number][] = [
    ['pupitre_sync_rooms', 'Live documents in memory', ({ rooms }) => rooms],
    ['pupitre_sync_connections', 'Open sync connections', ({ connections }) => connections],
    ['pupitre_sync_waiting_edits', 'Edits received and not yet durable', ({ waitingEdits }) => waitingEdits],
    ['pupitre_sync_waiting_bytes', 'Bytes of edits received and not yet durable', ({ waitingBytes }) => waitingBytes],
    [
      'pupitre_sync_rooms_behind',
      'Live documents that lack edits of other processes',
      ({ roomsBehind }) => roomsBehind,
    ],
    [
      'pupitre_sync_link_up',
      '1 while other processes can be heard, or there are none',
      ({ link }) => (link === 'away' ? 0 : 1),
    ],
    [
      'pupitre_sync_link_away_seconds',
      'For how long other processes cannot be heard; 0 while they can, or there are none',
      ({ linkAwayMs }) => linkAwayMs / 1000,
    ],
    [
      'pupitre_sync_storage_up',
      '1 while edits can be made durable',
      ({ storage }) => (storage === 'reachable' ? 1 : 0),
    ],
  ]
  for (const [name, help, read] of gauges) {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read(syncHealth()))
        },
      }),
    )
  }
}
