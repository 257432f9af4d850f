import type { Browser, BrowserContext } from '@playwright/test'
import type { Collectivite, Plan } from '@pupitre/prisma'
import type { Verdict } from '../../../server/test/faults/oracle.ts'
import { Scene, type Stage } from '../../../server/test/faults/scene.ts'
import { createFactories } from '../../../server/test/factories.ts'
import { signInAt } from '../../../server/test/processes/open-servers.ts'
import { launchBehind } from './launch-behind.ts'
import { PageTypist } from './page-typist.ts'

const PAGES = 2
const STOCK = 2
const WITH_ACKS = 1
/** As people type: faster, and Chromium, which shares the machine, would draw all the time, and that be measured. */
const KEYSTROKE_MS = 200

/**
 * Colleagues who go from one fiche of a plan to the next: two at pages in Chromium, each in a profile of their own, and beside them others who come with
 * y-websocket's own client.
 */
export class Team {
  readonly #url: string
  readonly #stage: Stage
  readonly #collectivite: Collectivite
  readonly #plan: Plan
  readonly #browser: Browser
  readonly #profiles: BrowserContext[] = []

  /** @param url of the server, all along: http://host:port */
  static async open({ stage, url }: { stage: Stage; url: string }): Promise<Team> {
    const factories = createFactories(stage.prisma)
    const collectivite = await factories.collectivite()
    const plan = await factories.plan({ collectivite })
    const browser = await launchBehind()
    const team = new Team({ url, stage, collectivite, plan, browser })
    for (let i = 0; i < PAGES; i++) team.#profiles.push(await team.#newProfile())
    return team
  }

  private constructor(parts: { url: string; stage: Stage; collectivite: Collectivite; plan: Plan; browser: Browser }) {
    this.#url = parts.url
    this.#stage = parts.stage
    this.#collectivite = parts.collectivite
    this.#plan = parts.plan
    this.#browser = parts.browser
  }

  /** All go to a new fiche, and type in it. The scene is the caller's to close. */
  async openFiche({ random }: { random: () => number }): Promise<{ scene: Scene; pages: PageTypist[] }> {
    const scene = await Scene.open({ stage: this.#stage, random, plan: this.#plan })
    const pages: PageTypist[] = []
    for (const [i, profile] of this.#profiles.entries()) pages.push(await this.#join(scene, { profile, name: `p${i}` }))
    const headers = { cookie: await this.#signIn() }
    scene.enter({ url: this.#url.replace('http', 'ws'), stock: STOCK, withAcks: WITH_ACKS, headers })
    scene.startTyping({ everyMs: KEYSTROKE_MS })
    return { scene, pages }
  }

  /** Lets everything arrive, and judges what all have, and what someone has who opens the fiche for the first time. */
  async judge(scene: Scene): Promise<Verdict> {
    await scene.comeBack()
    const profile = await this.#newProfile()
    try {
      await this.#join(scene, { profile, name: 'newcomer' })
      return await scene.judge()
    } finally {
      await profile.close()
    }
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  async #join(scene: Scene, { profile, name }: { profile: BrowserContext; name: string }): Promise<PageTypist> {
    const address = `${this.#url}/fiches/${scene.uuid}`
    const page = await PageTypist.open({ name, profile, address, oracle: scene.oracle })
    scene.join(page)
    return page
  }

  async #newProfile(): Promise<BrowserContext> {
    const profile = await this.#browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
    await profile.addCookies(cookiesOf(await this.#signIn(), this.#url))
    return profile
  }

  /** The session cookie of a new éditeur. */
  async #signIn(): Promise<string> {
    const { user } = await createFactories(this.#stage.prisma).membre({ collectivite: this.#collectivite })
    return signInAt(this.#url, user)
  }
}

function cookiesOf(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => {
    const equals = pair.indexOf('=')
    return { name: pair.slice(0, equals), value: pair.slice(equals + 1), url }
  })
}
