import { expect, type Page } from '@playwright/test'

const NBSP = '\u00a0'

export const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })
export const said = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text, { exact: true })).toBeVisible({ timeout: 15_000 })

/** `Hors ligne (3 modifications non envoyées, gardées sur cet appareil)` */
export function keptOffline(count?: number): RegExp {
  const number = count ?? String.raw`\d+`
  return new RegExp(`^Hors ligne \\(${number}${NBSP}modifications? non envoyées?, gardées? sur cet appareil\\)$`)
}

/** Opens the first fiche of the demonstration's SPASER, from the list of plans. */
export async function openFirstFiche(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await expect(page).toHaveURL(/\/plans\//)
  await page.getByRole('link', { name: /^Exiger un bilan des déblais/ }).click()
  // The page of the plan, which says that it is saved too, stays until that of the fiche is there.
  await expect(page.getByRole('heading', { name: 'Objectifs', exact: true })).toBeVisible()
  await said(page, 'Enregistré')
  return page.url()
}

/** Types at the end of the description. */
export async function write(page: Page, words: string): Promise<void> {
  await description(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}
