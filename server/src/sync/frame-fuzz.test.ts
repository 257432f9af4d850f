import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { CLOSE_CODES, type DocumentRef } from '@pupitre/document'
import { expect, onTestFinished, test } from 'vitest'
import { seededRandom } from '../../test/seeded-random.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { Connection } from './connection.ts'
import { IDLE_ROOM_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import { openPool } from './sync-database.ts'
import { SyncEngine } from './sync-engine.ts'
import { FakeTransport } from './testing/fake-transport.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { mutatedFrames } from './testing/mutated-frames.ts'
import { newFiche } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { silentLogger } from './testing/test-engine.ts'
import { PostgresUpdateLog } from './update-log.ts'

/** `FUZZ_FRAMES=1000000 FUZZ_SEED=2`: as long as one likes (`npm run fuzz:frames`). */
const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 20_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
/** A document takes so many, then another one does: what is stored of them would be all that grows. */
const FRAMES_PER_DOCUMENT = 5_000
const FRAMES_AT_ONCE = 200
/** The first documents fill caches and compile code. */
const WARM_UP_FRAMES = 2 * FRAMES_PER_DOCUMENT
/** What garbage collection may leave, and statistics: a leak of 100 bytes a frame would show at 300,000 frames. */
const MOST_GROWTH_BYTES = 30 * 1024 * 1024
/** What a frame may be answered by. */
const ALLOWED: readonly number[] = [CLOSE_CODES.badFrame, CLOSE_CODES.tooLarge, CLOSE_CODES.clientIdTaken]

function start() {
  const { connectionString } = testDatabase()
  const errors: unknown[] = []
  const logger: SyncLogger = { ...silentLogger, error: (fields) => errors.push(fields) }
  const pool = openPool({ connectionString, logger })
  const log = new PostgresUpdateLog({ connectionString, logger })
  const clock = new ManualClock()
  const known = new Map<string, { documentId: string; epoch: string }>()
  const engine = new SyncEngine({
    pool,
    log,
    clock,
    logger,
    authorise: ({ ref }) => {
      const document = known.get(ref.uuid)
      return Promise.resolve(document ? { ...document, seq: 0n, access: 'write' } : null)
    },
  })
  onTestFinished(async () => {
    await Promise.all([log.close(), pool.end()])
  })
  const newDocument = async () => {
    const { ref, ...document } = await newFiche({ description: 'Bonjour' })
    known.set(ref.uuid, document)
    return ref
  }
  return { engine, clock, errors, newDocument }
}

function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

/** Who sends anything at all, and comes back when closed. */
class Attacker {
  readonly closes = new Map<number, number>()
  #transport = new FakeTransport()
  #connection: Connection | null = null

  async send(engine: SyncEngine, ref: DocumentRef, frame: Uint8Array): Promise<void> {
    const connection = (this.#connection ??= await this.#open(engine, ref))
    connection.receive(frame)
    this.#transport.sent.length = 0
    const { closeCode } = this.#transport
    if (closeCode === null) return
    this.closes.set(closeCode, (this.closes.get(closeCode) ?? 0) + 1)
    this.#connection = null
  }

  leave(): void {
    this.#connection?.ended()
    this.#connection = null
  }

  async #open(engine: SyncEngine, ref: DocumentRef): Promise<Connection> {
    this.#transport = new FakeTransport()
    const query = new URLSearchParams({ ack: '1' })
    const connection = engine.connect(this.#transport, { viewer: someone(), ref, query })
    await connection.open()
    return connection
  }
}

test(
  `[S10] ${FRAMES} frames that nobody should send close their sender at worst, and leave the server up and its memory flat`,
  async () => {
    const { engine, clock, errors, newDocument } = start()
    const frames = mutatedFrames(seededRandom(SEED))
    const attacker = new Attacker()
    let warm = 0
    for (let sent = 0; sent < FRAMES;) {
      const ref = await newDocument()
      const witness = new TestClient({ engine, ref, query: { ack: '1' } })
      await witness.connect()
      witness.exchange()
      for (const end = Math.min(FRAMES, sent + FRAMES_PER_DOCUMENT); sent < end; sent += 1) {
        await attacker.send(engine, ref, frames.next().value)
        if (sent % FRAMES_AT_ONCE !== 0) continue
        await engine.commit.idle()
        clock.advance(1_000)
        witness.exchange()
        expect(witness.closeCode).toBeNull()
      }
      witness.text.insert(0, 'toujours là')
      witness.deliver()
      await engine.commit.idle()
      witness.exchange()
      expect(witness.acknowledged).toBe(witness.sentEdits)
      attacker.leave()
      witness.disconnect()
      witness.doc.destroy()
      clock.advance(2 * IDLE_ROOM_MS)
      await expect.poll(() => (clock.advance(IDLE_ROOM_MS), engine.health().rooms)).toBe(0)
      if (sent === WARM_UP_FRAMES) warm = memory()
    }
    expect(errors).toEqual([])
    expect([...attacker.closes.keys()].filter((code) => !ALLOWED.includes(code))).toEqual([])
    expect(engine.health()).toMatchObject({ connections: 0, waitingEdits: 0, storage: 'reachable' })
    const growth = memory() - warm
    report({ warm, growth, closes: Object.fromEntries(attacker.closes) })
    expect(growth).toBeLessThan(MOST_GROWTH_BYTES)
  },
  // A thousand frames take well under five seconds, on busy cores.
  Math.max(60_000, FRAMES * 5),
)

function report({ warm, growth, closes }: { warm: number; growth: number; closes: Record<string, number> }): void {
  const inMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
  process.stdout.write(
    `${FRAMES} frames, seed ${SEED}: heap ${inMegabytes(warm)} MB after ${WARM_UP_FRAMES}, ${inMegabytes(growth)} MB more at the end; closes by code ${JSON.stringify(closes)}\n`,
  )
}
