import { setTimeout as delay } from 'node:timers/promises'
import { OwnPostgres } from '../../../server/test/faults/own-postgres.ts'
import type { FaultReport } from '../../../server/test/faults/report.ts'
import type { SmallDisk } from '../../../server/test/faults/small-disk.ts'
import { seededRandom } from '../../../server/test/seeded-random.ts'
import { startServerProcess } from '../../../server/test/server-process.ts'
import { Team } from './team.ts'

const ACKNOWLEDGED_BEFORE = 200
/** Nothing acknowledged for so long while everyone types: the database cannot write any more. */
const SILENCE_MS = 2_000

/**
 * The disk of PostgreSQL is full while people type in real pages, again and again. None of them says that it has saved what is not on
 * the disk. Every second time nobody but the pages keeps what was typed meanwhile: the server is killed, and one of them is closed, which said to keep it on the
 * device, and opened again once there is room.
 */
export async function fillDiskUnderPages({
  disk,
  seed,
  times,
  fullMs,
}: {
  /** With room for a cluster, and a little more. */
  disk: SmallDisk
  seed: number
  times: number
  /** How long it stays full once nothing can be written. */
  fullMs: number
}): Promise<FaultReport> {
  const random = seededRandom(seed)
  const postgres = await OwnPostgres.start({ within: disk.path })
  const env = { DATABASE_URL: postgres.connectionString, AUTH_SECRET: 'un secret qui ne sert que dans les essais' }
  let server = await startServerProcess(env)
  const { url } = server
  const team = await Team.open({ stage: postgres, url })
  let waiting = 0
  try {
    const { scene, pages } = await team.openFiche({ random })
    const [leaver] = pages
    const { oracle } = scene
    try {
      for (let time = 1; time <= times; time++) {
        await scene.moreAcknowledged(ACKNOWLEDGED_BEFORE)
        oracle.faultBegins()
        await disk.fill()
        await scene.nothingAcknowledged({ forMs: SILENCE_MS })
        await delay(fullMs)
        await Promise.all(pages.map((page) => page.showsThatItIsNotSaved()))
        waiting += oracle.typed - oracle.acknowledged
        const isKilled = time % 2 === 0
        if (isKilled) {
          await server.stop('SIGKILL')
          await Promise.all(pages.map((page) => page.showsThatItKeeps()))
          await leaver?.closeTab()
        }
        await disk.makeRoom()
        await postgres.recover()
        await scene.checkStored()
        if (isKilled) {
          server = await startServerProcess({ ...env, PORT: new URL(url).port })
          await leaver?.openTab()
        }
        await scene.recovered()
      }
      const faults = `disk full ${times} times under pages, ${waiting} edits not acknowledged when there was room again`
      return { faults, seed, verdicts: [await team.judge(scene)] }
    } finally {
      await scene.close()
    }
  } finally {
    await team.close()
    await disk.makeRoom()
    await server.stop('SIGTERM')
    await postgres.close()
  }
}
