import { startChildServer } from '../../../src/sync/testing/child-server.ts'
import { startDatabaseProxy } from '../../../src/sync/testing/database-proxy.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { FaultReport } from '../report.ts'
import { Scene, type Stage } from '../scene.ts'
import { until } from '../until.ts'

const STOCK = 3
const WITH_ACKS = 2
const KEYSTROKE_MS = 25
/** The name under which the log connects. */
const LOG = 'pupitre-log'
/** Longer than the longest time that the log waits for an answer, and than the flush after it. */
const GIVES_UP_MS = 120_000

/**
 * A commit is done and its answer never arrives: the connection is cut after it (`cut`), or the database just says nothing
 * until the server gives up (`silence`).
 */
export async function loseAnswers({
  stage,
  seed,
  times,
  how,
}: {
  stage: Stage
  seed: number
  times: number
  how: 'cut' | 'silence'
}): Promise<FaultReport> {
  const scene = await Scene.open({ stage, random: seededRandom(seed) })
  const proxy = await startDatabaseProxy(stage.connectionString)
  const server = await startChildServer({ databaseUrl: proxy.connectionString })
  const { oracle } = scene
  let unanswered = 0
  try {
    scene.enter({ url: `ws://127.0.0.1:${server.port}`, stock: STOCK, withAcks: WITH_ACKS })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    for (let time = 1; time <= times; time++) {
      await scene.moreAcknowledged(200)
      oracle.faultBegins()
      proxy.swallowAnswers(LOG)
      let marks: string[] = []
      await until('a commit without an answer', async () => {
        marks = oracle.notAcknowledged(await scene.storedText())
        return marks.length > 0
      })
      unanswered += marks.length
      await scene.checkStored()
      if (how === 'cut') proxy.cut()
      proxy.mend()
      await scene.recovered({ timeoutMs: GIVES_UP_MS })
    }
    const faults = `${times} commits done whose answer was lost (${how}), ${unanswered} edits in them`
    return { faults, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    await server.kill()
    proxy.close()
    await scene.close()
  }
}
