import type { DocumentRef } from '@pupitre/document'
import type pg from 'pg'
import { onTestFinished } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import type { PeerLink } from '../../bus/peer-link.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { Judgement } from '../judgement.ts'
import type { SyncLogger } from '../logger.ts'
import type { UpdateLog } from '../storage.ts'
import { openPool } from '../sync-database.ts'
import type { OnPassages } from '../passages.ts'
import { SyncEngine } from '../sync-engine.ts'
import { PostgresUpdateLog } from '../update-log.ts'
import { readMissing } from '../missing-updates.ts'
import { GatedLog } from './gated-log.ts'
import { GatedReads } from './gated-reads.ts'
import { ManualClock } from './manual-clock.ts'

const silent = () => undefined
export const silentLogger: SyncLogger = { debug: silent, info: silent, warn: silent, error: silent }

export interface TestEngine {
  engine: SyncEngine
  log: GatedLog
  /** Its reading of what other engines appended. */
  reads: GatedReads
  clock: ManualClock
  pool: pg.Pool
  /** What the next connections of a user are judged to be allowed; everybody may write at first. */
  judge: {
    access: (viewer: Viewer) => 'read' | 'write' | null
    /** Nobody is judged before it resolves. */
    held: Promise<void> | null
  }
  /** Takes its connections away, as the death of its process would; at the latest, the end of the test does. */
  die: () => Promise<void>
}

/** A sync server without sockets on the real database, with a clock and a gate before its log. */
export function startEngine({
  isLogOpen = true,
  link,
  onPassages,
}: { isLogOpen?: boolean; link?: PeerLink; onPassages?: OnPassages } = {}): TestEngine {
  const { connectionString } = testDatabase()
  const pool = openPool({ connectionString, logger: silentLogger })
  const realLog: UpdateLog = new PostgresUpdateLog({ connectionString, logger: silentLogger })
  const log = new GatedLog({ log: realLog, isOpen: isLogOpen })
  const clock = new ManualClock()
  const judge: TestEngine['judge'] = { access: () => 'write', held: null }
  const authorise = async ({ viewer, ref }: { viewer: Viewer; ref: DocumentRef }) => {
    await judge.held
    return readJudgement(pool, ref, judge.access(viewer))
  }
  const reads = new GatedReads(({ document }) => readMissing(pool, document))
  const engine = new SyncEngine({
    pool,
    log,
    authorise,
    clock,
    logger: silentLogger,
    link,
    onPassages,
    readMissing: reads.read,
  })
  let death: Promise<unknown> | null = null
  const die = async () => {
    await (death ??= Promise.all([realLog.close(), pool.end()]))
  }
  onTestFinished(die)
  return { engine, log, reads, clock, pool, judge, die }
}

async function readJudgement(
  pool: pg.Pool,
  ref: DocumentRef,
  access: 'read' | 'write' | null,
): Promise<Judgement | null> {
  const { rows } = await pool.query<{ id: string; epoch: string; seq: string }>(
    'SELECT id::text, epoch::text, seq FROM live_document WHERE fiche_id = $1 OR plan_id = $1',
    [ref.uuid],
  )
  const [row] = rows
  return row && access ? { documentId: row.id, epoch: row.epoch, seq: BigInt(row.seq), access } : null
}
