import type { Verdict } from '../../../server/test/faults/oracle.ts'
import type { FaultReport } from '../../../server/test/faults/report.ts'
import type { Kills } from '../../../server/test/faults/scenarios/kill-server.ts'
import { seededRandom } from '../../../server/test/seeded-random.ts'
import { startServerProcess } from '../../../server/test/server-process.ts'
import { Team } from './team.ts'

/** Then all go to another fiche: in a text of hundreds of kilobytes, the drawing of it would be measured. */
const KILLS_PER_FICHE = 5

/**
 * SIGKILL of all of Pupitre while people type in real pages, beside others who come with y-websocket's own client, again and again. What a page
 * said to be saved counts as promised; while the server is away, each says that it is.
 */
export async function killUnderPages({ stage, seed, kills, acknowledgedPerKill }: Kills): Promise<FaultReport> {
  const random = seededRandom(seed)
  const env = { DATABASE_URL: stage.connectionString, AUTH_SECRET: 'un secret qui ne sert que dans les essais' }
  let server = await startServerProcess(env)
  const { url } = server
  const team = await Team.open({ stage, url })
  const verdicts: Verdict[] = []
  try {
    for (let done = 0; done < kills; done += KILLS_PER_FICHE) {
      const { scene, pages } = await team.openFiche({ random })
      try {
        for (let kill = done; kill < Math.min(done + KILLS_PER_FICHE, kills); kill++) {
          await scene.moreAcknowledged(acknowledgedPerKill * (1 + random()))
          scene.oracle.faultBegins()
          await server.stop('SIGKILL')
          await Promise.all(pages.map((page) => page.showsThatItIsOffline()))
          await scene.checkStored()
          server = await startServerProcess({ ...env, PORT: new URL(url).port })
          await scene.recovered()
        }
        verdicts.push(await team.judge(scene))
      } finally {
        await scene.close()
      }
    }
    return { faults: `${kills} kills of the server under pages, ${verdicts.length} fiches`, seed, verdicts }
  } finally {
    await team.close()
    await server.stop('SIGTERM')
  }
}
