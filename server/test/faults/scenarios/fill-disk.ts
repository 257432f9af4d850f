import { setTimeout as delay } from 'node:timers/promises'
import { seededRandom } from '../../seeded-random.ts'
import type { FaultReport } from '../report.ts'
import { Scene } from '../scene.ts'
import type { SmallDisk } from '../small-disk.ts'
import { WholeServer } from '../whole-server.ts'

const STOCK = 3
const WITH_ACKS = 2
const KEYSTROKE_MS = 25
const ACKNOWLEDGED_BEFORE = 200
/** Nothing acknowledged for so long while everyone types: the database cannot write any more. */
const SILENCE_MS = 2_000
/** PostgreSQL may have ended on it, and the server tries it again every 10 s at most. */
const RECOVERY_MS = 90_000

/**
 * The disk of the embedded PostgreSQL is full while people type: what it could still write is kept, nothing else is acknowledged,
 * and all of it is written when there is room again, by the server alone.
 */
export async function fillDisk({
  disk,
  seed,
  fullMs,
}: {
  /** With room for a cluster, and a little more. */
  disk: SmallDisk
  seed: number
  /** How long it stays full once nothing can be written. */
  fullMs: number
}): Promise<FaultReport> {
  const server = await WholeServer.start({ dataDir: disk.path })
  const scene = await Scene.open({ stage: server, random: seededRandom(seed) })
  const { oracle } = scene
  try {
    const headers = await server.signIn(scene.uuid)
    scene.enter({ url: server.socketUrl, stock: STOCK, withAcks: WITH_ACKS, headers })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    await scene.moreAcknowledged(ACKNOWLEDGED_BEFORE)
    oracle.faultBegins()
    await disk.fill()
    await scene.nothingAcknowledged({ forMs: SILENCE_MS })
    await delay(fullMs)
    const waiting = oracle.typed - oracle.acknowledged
    await disk.makeRoom()
    await scene.recovered({ timeoutMs: RECOVERY_MS })
    await scene.checkStored()
    const faults = `disk full, ${waiting} edits not acknowledged when there was room again`
    return { faults, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    await disk.makeRoom()
    await scene.close()
    await server.stop()
  }
}
