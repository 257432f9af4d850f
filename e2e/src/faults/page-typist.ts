import { expect, type BrowserContext, type Page } from '@playwright/test'
import type { Oracle } from '../../../server/test/faults/oracle.ts'
import type { Participant } from '../../../server/test/faults/participant.ts'
import { until } from '../../../server/test/faults/until.ts'
import { description, keptOffline, said } from '../fiche-page.ts'
import { type Watched, watchPage } from './watch-page.ts'

const PARAGRAPH_ONE_IN = 8
/** Then they look up, until the page says that it is saved: while somebody types, it says that it is being saved. */
const MAX_UNSAID = 12
/** A machine that does ten other things takes its time. */
const SHOWN_WITHIN_MS = 60_000

interface PageTypistParts {
  /** Names its marks: `‹name.number›`. */
  name: string
  /** Of a browser; its first tab is theirs. */
  profile: BrowserContext
  /** Of the fiche. */
  address: string
  oracle: Oracle
}

/** Somebody at the page of a fiche, in a real browser, who types marks in its description and believes what the page says of them. */
export class PageTypist implements Participant {
  readonly name: string
  readonly #profile: BrowserContext
  readonly #address: string
  readonly #oracle: Oracle
  readonly #unsaid = new Set<string>()
  #page: Page
  #typed = 0
  #typing: Promise<void> | null = null
  #looksUp = false
  #isAway = false

  /** Resolves when the page shows the fiche as saved. */
  static async open(parts: PageTypistParts): Promise<PageTypist> {
    const page = parts.profile.pages()[0] ?? (await parts.profile.newPage())
    const typist = new PageTypist(parts, page)
    await typist.#show()
    return typist
  }

  private constructor({ name, profile, address, oracle }: PageTypistParts, page: Page) {
    this.name = name
    this.#profile = profile
    this.#address = address
    this.#oracle = oracle
    this.#page = page
  }

  /** Own marks of which the page has not said that they are saved. */
  get pending(): number {
    return this.#unsaid.size
  }

  /** The page shows by itself when it is behind. */
  get isSynced(): boolean {
    return this.#typing === null
  }

  /** Types one more mark at one end of the text, unless the last key is still on its way, or they look up or are away. */
  type(random: () => number): void {
    if (this.#unsaid.size === 0) this.#looksUp = false
    if (this.#unsaid.size >= MAX_UNSAID) this.#looksUp = true
    if (this.#looksUp || this.#isAway) return
    this.#typing ??= this.#press(random)
      .catch((error: unknown) => {
        // Whoever leaves lets go of the keyboard.
        if (!this.#isAway) throw error
      })
      .finally(() => (this.#typing = null))
  }

  /** The description as it is shown, a line for each paragraph: y-websocket's clients write after the end of the last one. */
  async readText(): Promise<string> {
    const paragraphs = await description(this.#page).locator('p').allTextContents()
    return paragraphs.join('\n')
  }

  /** The words of the save state, and of what is announced beside it. */
  async readState(): Promise<string> {
    return (await this.#page.locator('[data-kind]').allTextContents()).join(' · ')
  }

  /** Resolves once the page says that it is cut off. */
  async showsThatItIsOffline(): Promise<void> {
    await expect(this.#page.getByText(/^Hors ligne/)).toBeVisible({ timeout: SHOWN_WITHIN_MS })
  }

  /** Resolves once the page says that it is cut off, and keeps on the device what it has not sent. */
  async showsThatItKeeps(): Promise<void> {
    await expect(this.#page.getByText(keptOffline())).toBeVisible({ timeout: SHOWN_WITHIN_MS })
  }

  /** Resolves once they have typed something of which the page says that it is not saved. */
  async showsThatItIsNotSaved(): Promise<void> {
    await until(`${this.name} has typed`, () => this.#unsaid.size > 0, { timeoutMs: SHOWN_WITHIN_MS })
    await expect(this.#page.locator('[data-kind=saving], [data-kind=offline]')).toBeVisible({
      timeout: SHOWN_WITHIN_MS,
    })
  }

  /** They close the tab, once it says that it keeps all that they typed. */
  async closeTab(): Promise<void> {
    this.#isAway = true
    await this.#typing
    await this.showsThatItKeeps()
    await this.#page.close()
  }

  /** They open the fiche again, in a new tab. */
  async openTab(): Promise<void> {
    this.#page = await this.#profile.newPage()
    await this.#show()
    this.#isAway = false
  }

  /** The tab stays, for another fiche. */
  leave(): void {
    this.#isAway = true
  }

  async #show(): Promise<void> {
    const page = this.#page
    // What an earlier fiche of this tab tells is for another.
    const report = `watched at ${this.#address}`
    await page.exposeFunction(report, (watched: Watched) => this.#hear(watched))
    await page.goto(this.#address)
    await said(page, 'Enregistré')
    await description(page).click()
    await description(page).evaluate(watchPage, { name: this.name, report })
  }

  async #press(random: () => number): Promise<void> {
    const { keyboard } = this.#page
    await keyboard.press(random() < 1 / 4 ? 'Control+Home' : 'Control+End')
    if (random() < 1 / PARAGRAPH_ONE_IN) await keyboard.press('Enter')
    const mark = `‹${this.name}.${this.#typed}›`
    this.#typed += 1
    this.#oracle.typedBy(this.name, mark)
    this.#unsaid.add(mark)
    await keyboard.insertText(mark)
  }

  #hear({ saved, seen }: Watched): void {
    for (const mark of saved) {
      this.#unsaid.delete(mark)
      this.#oracle.saidSaved(mark)
    }
    for (const mark of seen) this.#oracle.seenBy(this.name, mark)
  }
}
