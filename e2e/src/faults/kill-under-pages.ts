import { chromium } from '@playwright/test'
import type { FaultReport } from '../../../server/test/faults/report.ts'
import type { Kills } from '../../../server/test/faults/scenarios/kill-server.ts'
import { Scene } from '../../../server/test/faults/scene.ts'
import { signInTo } from '../../../server/test/faults/sign-in-to.ts'
import { seededRandom } from '../../../server/test/seeded-random.ts'
import { startServerProcess } from '../../../server/test/server-process.ts'
import { chromiumLaunchOptions } from '../browser.ts'
import { PageTypist } from './page-typist.ts'

const PAGES = 2
const STOCK = 2
const WITH_ACKS = 1
const KEYSTROKE_MS = 60

/**
 * SIGKILL of all of Pupitre while people type in real pages, beside others who come with y-websocket's own client, again and again. What a page
 * said to be saved counts as promised; while the server is away, each says that it is.
 */
export async function killUnderPages({ stage, seed, kills, acknowledgedPerKill }: Kills): Promise<FaultReport> {
  const random = seededRandom(seed)
  const scene = await Scene.open({ stage, random })
  const env = { DATABASE_URL: stage.connectionString, AUTH_SECRET: 'un secret qui ne sert que dans les essais' }
  let server = await startServerProcess(env)
  const { url } = server
  const browser = await chromium.launch(await chromiumLaunchOptions())
  try {
    const signIn = () => signInTo(scene.uuid, { prisma: stage.prisma, url })
    const pages: PageTypist[] = []
    for (let i = 0; i < PAGES; i++) {
      const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
      await context.addCookies(cookiesOf(await signIn(), url))
      const typist = await PageTypist.open({
        name: `p${i}`,
        context,
        address: `${url}/fiches/${scene.uuid}`,
        oracle: scene.oracle,
      })
      pages.push(typist)
      scene.join(typist)
    }
    const headers = { cookie: await signIn() }
    scene.enter({ url: url.replace('http', 'ws'), stock: STOCK, withAcks: WITH_ACKS, headers })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    for (let kill = 1; kill <= kills; kill++) {
      await scene.moreAcknowledged(acknowledgedPerKill * (1 + random()))
      scene.oracle.faultBegins()
      await server.stop('SIGKILL')
      await Promise.all(pages.map((page) => page.showsThatItIsOffline()))
      await scene.checkStored()
      server = await startServerProcess({ ...env, PORT: new URL(url).port })
      await scene.recovered()
    }
    return { faults: `${kills} kills of the server under ${PAGES} pages`, seed, verdicts: [await scene.judge()] }
  } finally {
    scene.leave()
    await browser.close()
    await server.stop('SIGTERM')
    await scene.close()
  }
}

function cookiesOf(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => {
    const equals = pair.indexOf('=')
    return { name: pair.slice(0, equals), value: pair.slice(equals + 1), url }
  })
}
