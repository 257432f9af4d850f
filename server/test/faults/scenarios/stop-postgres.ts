import { setTimeout as delay } from 'node:timers/promises'
import { startChildServer } from '../../../src/sync/testing/child-server.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { OwnPostgres } from '../own-postgres.ts'
import type { FaultReport } from '../report.ts'
import { Scene } from '../scene.ts'
import { until } from '../until.ts'

const STOCK = 3
const WITH_ACKS = 2
const KEYSTROKE_MS = 20
const ACKNOWLEDGED_BEFORE = 200
const RECEIVED_MS = 60_000

/**
 * PostgreSQL is stopped for a while, everyone types on, the last of them leaves with their copy, then it is back: what the
 * server had received is kept, by it alone.
 */
export async function stopPostgres({
  postgres,
  seed,
  awayMs,
}: {
  postgres: OwnPostgres
  seed: number
  awayMs: number
}): Promise<FaultReport> {
  const scene = await Scene.open({ stage: postgres, random: seededRandom(seed) })
  const server = await startChildServer({ databaseUrl: postgres.connectionString })
  const url = `ws://127.0.0.1:${server.port}`
  try {
    const typists = scene.enter({ url, stock: STOCK, withAcks: WITH_ACKS })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    await scene.moreAcknowledged(ACKNOWLEDGED_BEFORE)
    scene.oracle.faultBegins()
    await postgres.stop()
    await delay(awayMs)
    scene.stopTyping()
    const unanswered = () => typists.reduce((sum, { pending }) => sum + pending, 0)
    await until(
      'the server has received everything',
      async () => (await server.health()).waitingEdits === unanswered(),
      {
        timeoutMs: RECEIVED_MS,
      },
    )
    const waiting = unanswered()
    scene.leave()
    await until('the last one has left', async () => (await server.health()).connections === 0)
    await postgres.startAgain()
    scene.oracle.faultIsMended()
    await until('nothing waits any more', async () => (await server.health()).waitingEdits === 0)
    scene.oracle.faultEnds()
    scene.enter({ url, stock: 1, withAcks: 1 })
    const faults = `PostgreSQL stopped ${Math.round(awayMs / 1000)} s, ${waiting} edits held when the last one left`
    return { faults, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    await server.kill()
    await scene.close()
  }
}
