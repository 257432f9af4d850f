import { startChildServer, type ChildServer } from '../../../src/sync/testing/child-server.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { FaultReport } from '../report.ts'
import { Scene, type Stage } from '../scene.ts'

const STOCK = 2
const WITH_ACKS = 1
const KEYSTROKE_MS = 25

/**
 * Two processes serve one document and know nothing of each other, without Redis. In turn each is stopped (it leaves a snapshot in
 * place of the log, which the other writes on) or killed, and started again. Those who come back find what both have written.
 */
export async function twoProcesses({
  stage,
  seed,
  turns,
  acknowledgedPerTurn,
}: {
  stage: Stage
  seed: number
  turns: number
  acknowledgedPerTurn: number
}): Promise<FaultReport> {
  const { connectionString: databaseUrl } = stage
  const scene = await Scene.open({ stage, random: seededRandom(seed) })
  const servers: ChildServer[] = [await startChildServer({ databaseUrl }), await startChildServer({ databaseUrl })]
  try {
    for (const { port } of servers) {
      scene.enter({ url: `ws://127.0.0.1:${port}`, stock: STOCK, withAcks: WITH_ACKS })
    }
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    for (let turn = 0; turn < turns; turn++) {
      await scene.moreAcknowledged(acknowledgedPerTurn)
      const which = turn % 2
      const server = servers[which]
      if (!server) throw new Error('no server')
      scene.oracle.faultBegins()
      await (turn % 4 < 2 ? server.stop() : server.kill())
      await scene.checkStored()
      servers[which] = await startChildServer({ databaseUrl, port: server.port })
      await scene.recovered()
      await scene.checkStored()
    }
    await scene.comeBack()
    const faults = `two processes on one document without Redis, stopped or killed in turn ${turns} times`
    return { faults, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    for (const server of servers) await server.kill()
    await scene.close()
  }
}
