import { expect, type Locator, type Page } from '@playwright/test'

/** How much of a name tells a line from the others. */
const SHOWN = 24

/** The names of the lines of the tree, from top to bottom. */
export async function lines(page: Page): Promise<string[]> {
  const texts = await page.locator('[data-tree-stop]').allInnerTexts()
  return texts.map((text) => text.split('\n')[0]?.slice(0, SHOWN) ?? '')
}

export const line = (page: Page, name: string) => page.locator('[data-node-id]').filter({ hasText: name })
/** What has the focus in a line. */
export const stop = (page: Page, name: string) => line(page, name).locator('[data-tree-stop]')

/** Both pages show these lines, in this order. */
export async function expectLines(pages: readonly Page[], expected: readonly string[]): Promise<void> {
  for (const [at, page] of pages.entries())
    await expect
      .poll(() => lines(page), { message: at === 0 ? 'the page that acts' : 'the page that watches' })
      .toEqual(expected)
}

/** Drags by hand: the browser starts a drag only once the mouse has moved. */
export async function drag(page: Page, { from, to, at }: { from: Locator; to: Locator; at: number }): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  await to.scrollIntoViewIfNeeded()
  const start = await from.boundingBox()
  const end = await to.boundingBox()
  if (!start || !end) throw new Error('what is dragged is on the page')
  // By their middle, where no notice of the corner is over them.
  const x = start.x + start.width / 2
  await page.mouse.move(x, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 10, start.y + start.height / 2 + 6, { steps: 3 })
  await page.mouse.move(x, end.y + end.height * at, { steps: 8 })
  // Driven by Playwright, a drag is told of only while the mouse moves.
  let nudge = 0
  await expect
    .poll(async () => {
      nudge = 1 - nudge
      await page.mouse.move(x + nudge, end.y + end.height * at)
      return to.getAttribute('data-edge')
    })
    .toMatch(/before|after|inside/)
  await page.mouse.up()
}
