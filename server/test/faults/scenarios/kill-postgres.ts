import { seededRandom } from '../../seeded-random.ts'
import type { FaultReport } from '../report.ts'
import { Scene } from '../scene.ts'
import { until } from '../until.ts'
import { WholeServer } from '../whole-server.ts'

const STOCK = 3
const WITH_ACKS = 2
const KEYSTROKE_MS = 25
/** Recovery reads the log again, after PostgreSQL's orphans have gone. */
const RECOVERY_MS = 120_000

/**
 * SIGKILL of the embedded PostgreSQL in the middle of commits, again and again, while people type: the server starts it again
 * by itself. Every second time only the process that writes the log is killed.
 */
export async function killPostgres({
  seed,
  kills,
  acknowledgedPerKill,
}: {
  seed: number
  kills: number
  acknowledgedPerKill: number
}): Promise<FaultReport> {
  const random = seededRandom(seed)
  const server = await WholeServer.start()
  const scene = await Scene.open({ stage: server, random })
  let admitted = 0
  try {
    const headers = await server.signIn(scene.uuid)
    scene.enter({ url: server.socketUrl, stock: STOCK, withAcks: WITH_ACKS, headers })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    for (let kill = 1; kill <= kills; kill++) {
      await scene.moreAcknowledged(acknowledgedPerKill * (1 + random()))
      scene.oracle.faultBegins()
      await (kill % 2 === 1 ? server.killPostmaster() : server.killLogBackend())
      let isAdmitted = false
      const isReady = async (): Promise<boolean> => {
        const { status, database } = await server.readiness()
        isAdmitted ||= database === 'restarting'
        return status === 'ok' && isAdmitted
      }
      await until('/readyz says that PostgreSQL is restarting, then that it is back', isReady, {
        timeoutMs: RECOVERY_MS,
      })
      admitted += 1
      await scene.checkStored()
      await scene.recovered({ timeoutMs: RECOVERY_MS })
    }
    const faults = `${kills} kills of PostgreSQL, ${admitted} told by /readyz`
    return { faults, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    await scene.close()
    await server.close()
  }
}
