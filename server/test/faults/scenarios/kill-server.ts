import { startChildServer } from '../../../src/sync/testing/child-server.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { FaultReport } from '../report.ts'
import { Scene, type Stage } from '../scene.ts'
import { until } from '../until.ts'

const STOCK = 3
const WITH_ACKS = 2
const KEYSTROKE_MS = 40

/** So many kills of the server, each after so many edits were acknowledged, or more. */
export interface Kills {
  stage: Stage
  seed: number
  kills: number
  acknowledgedPerKill: number
}

/** SIGKILL of the server while five people type, again and again; at least so many edits are acknowledged before each. */
export async function killServer({ stage, seed, kills, acknowledgedPerKill }: Kills): Promise<FaultReport> {
  const random = seededRandom(seed)
  const { connectionString: databaseUrl } = stage
  const scene = await Scene.open({ stage, random })
  let server = await startChildServer({ databaseUrl })
  try {
    const { port } = server
    const typists = scene.enter({ url: `ws://127.0.0.1:${port}`, stock: STOCK, withAcks: WITH_ACKS })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    for (let kill = 1; kill <= kills; kill++) {
      await scene.moreAcknowledged(acknowledgedPerKill * (1 + random()))
      scene.oracle.faultBegins()
      await server.kill()
      await until('everyone is cut off', () => typists.every(({ isConnected }) => !isConnected))
      await scene.checkStored()
      server = await startChildServer({ databaseUrl, port })
      await scene.recovered()
    }
    return { faults: `${kills} kills of the server`, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    await server.kill()
    await scene.close()
  }
}
