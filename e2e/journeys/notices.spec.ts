import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { drag, line } from '../src/plan-tree.ts'

// A notice lets pass what is dragged: it is never over the place where it goes, on a phone either.

const MOVED = 'Proposer un transport à la demande'
const OTHER = 'Apprendre à rouler'

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`what is dragged passes under a notice (${viewport.width} px)`, async ({ page, signIn }) => {
    await signIn('editeur.blois')
    await page.getByRole('link', { name: 'Projet de territoire 2040' }).click()
    await page.setViewportSize(viewport)
    await drag(page, { from: line(page, MOVED), to: line(page, OTHER), at: 0.1 })
    const notice = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Annuler' }) })
    await expect(notice).toBeVisible()
    const isOver = () =>
      notice.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
      })
    await page.mouse.move(5, 5)
    await expect.poll(isOver).toBe(true)

    const held = await line(page, MOVED).boundingBox()
    if (!held) throw new Error('the line is on the page')
    await page.mouse.move(held.x + held.width / 2, held.y + held.height / 2)
    await page.mouse.down()
    await page.mouse.move(held.x + held.width / 2 + 10, held.y + held.height / 2 + 6, { steps: 3 })
    await expect.poll(isOver).toBe(false)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.mouse.move(held.x, held.y)
    await page.mouse.move(held.x + 5, held.y + 5)
    await expect.poll(isOver).toBe(true)
    await notice.getByRole('button', { name: 'Annuler' }).click()
  })
}
