import { expect, type BrowserContext, type Page } from '@playwright/test'
import type { Oracle } from '../../../server/test/faults/oracle.ts'
import type { Participant } from '../../../server/test/faults/participant.ts'
import { description, said } from '../fiche-page.ts'
import { PAGE_WATCH, type Watched, watchPage } from './watch-page.ts'

const PARAGRAPH_ONE_IN = 8
/** Then they look up, until the page says that it is saved: while somebody types, it says that it is being saved. */
const MAX_UNSAID = 12

/** Somebody at the page of a fiche, in a real browser, who types marks in its description and believes what the page says of them. */
export class PageTypist implements Participant {
  readonly name: string
  readonly #page: Page
  readonly #oracle: Oracle
  readonly #unsaid = new Set<string>()
  #typed = 0
  #typing: Promise<void> | null = null
  #looksUp = false

  static async open({
    name,
    context,
    address,
    oracle,
  }: {
    name: string
    context: BrowserContext
    address: string
    oracle: Oracle
  }): Promise<PageTypist> {
    const page = await context.newPage()
    const typist = new PageTypist({ name, page, oracle })
    await page.exposeFunction(PAGE_WATCH, (watched: Watched) => typist.#hear(watched))
    await page.goto(address)
    await said(page, 'Enregistré')
    await description(page).click()
    await description(page).evaluate(watchPage, { name, report: PAGE_WATCH })
    return typist
  }

  private constructor({ name, page, oracle }: { name: string; page: Page; oracle: Oracle }) {
    this.name = name
    this.#page = page
    this.#oracle = oracle
  }

  /** Own marks of which the page has not said that they are saved. */
  get pending(): number {
    return this.#unsaid.size
  }

  /** The page shows by itself when it is behind. */
  get isSynced(): boolean {
    return this.#typing === null
  }

  /** Types one more mark at one end of the text, unless the last key is still on its way, or they look up. */
  type(random: () => number): void {
    if (this.#unsaid.size === 0) this.#looksUp = false
    if (this.#unsaid.size >= MAX_UNSAID) this.#looksUp = true
    if (this.#looksUp) return
    this.#typing ??= this.#press(random).finally(() => (this.#typing = null))
  }

  /** The description as it is shown, a line for each paragraph: y-websocket's clients write after the end of the last one. */
  async readText(): Promise<string> {
    const paragraphs = await description(this.#page).locator('p').allTextContents()
    return paragraphs.join('\n')
  }

  /** Resolves once the page says that it is cut off. */
  async showsThatItIsOffline(): Promise<void> {
    await expect(this.#page.getByText(/^Hors ligne/)).toBeVisible({ timeout: 15_000 })
  }

  leave(): void {
    void this.#page.close()
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
