import { setTimeout as delay } from 'node:timers/promises'
import { startChildServer } from '../../../src/sync/testing/child-server.ts'
import { seededRandom } from '../../seeded-random.ts'
import { Front } from '../front.ts'
import type { FaultReport } from '../report.ts'
import { Scene, type Stage } from '../scene.ts'

const STOCK = 2
const WITH_ACKS = 2
const KEYSTROKE_MS = 25
const ACKNOWLEDGED_BETWEEN = 200

/**
 * A process is frozen in the middle of what it does (SIGSTOP: a machine that swaps, a suspended VM), its people are led to another, and
 * it wakes up believing that nothing happened: what it has not written yet, and what it has in memory, is of another time.
 */
export async function freezeProcess({
  stage,
  seed,
  times,
  frozenMs,
}: {
  stage: Stage
  seed: number
  times: number
  frozenMs: number
}): Promise<FaultReport> {
  const { connectionString: databaseUrl } = stage
  const scene = await Scene.open({ stage, random: seededRandom(seed) })
  const [sleeper, other] = [await startChildServer({ databaseUrl }), await startChildServer({ databaseUrl })]
  const front = await Front.start(sleeper)
  try {
    scene.enter({ url: front.url, stock: STOCK, withAcks: WITH_ACKS })
    scene.enter({ url: `ws://127.0.0.1:${other.port}`, stock: 0, withAcks: 1 })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    for (let time = 1; time <= times; time++) {
      await scene.moreAcknowledged(ACKNOWLEDGED_BETWEEN)
      scene.oracle.faultBegins()
      sleeper.freeze()
      const woken = delay(frozenMs)
      front.leadTo(other)
      await scene.recovered()
      await woken
      await scene.checkStored()
      sleeper.resume()
      await scene.moreAcknowledged(ACKNOWLEDGED_BETWEEN)
      // Back to the one that slept, whose room is of before.
      scene.oracle.faultBegins()
      front.leadTo(sleeper)
      await scene.recovered()
      await scene.checkStored()
    }
    await scene.moreAcknowledged(ACKNOWLEDGED_BETWEEN)
    // It leaves a snapshot of what it has in memory.
    await sleeper.stop()
    await scene.checkStored()
    front.leadTo(other)
    await scene.comeBack()
    const faults = `a process frozen ${times} times for ${Math.round(frozenMs / 1000)} s, another serving meanwhile`
    return { faults, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    front.close()
    await sleeper.kill()
    await other.kill()
    await scene.close()
  }
}
