import { expect, type Locator, type Page } from '@playwright/test'

/** A cell of the grid of values, by its column and its period as the page names it. */
export function valueCell(page: Page, part: 'Objectif' | 'Réalisé' | 'Commentaire', periode: string): Locator {
  return page.getByRole('textbox', { name: `${part}, ${periode}`, exact: true })
}

export function curveOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Courbe' })
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
}

/** From the list of indicateurs. */
export async function createIndicateur(
  page: Page,
  { nom, unite, saisie }: { nom: string; unite: string; saisie?: 'ANNUELLE' | 'MENSUELLE' },
): Promise<void> {
  await page.getByRole('button', { name: 'Créer un indicateur' }).click()
  await page.getByLabel('Nom de l’indicateur').fill(nom)
  await page.getByLabel('Unité').fill(unite)
  if (saisie) await page.getByLabel('Saisie').selectOption(saisie)
  await page.getByRole('button', { name: 'Créer l’indicateur' }).click()
  await expect(page.getByRole('heading', { level: 1, name: nom })).toBeVisible()
}

/** From a fiche, or the dialog of an axe: links one that is there already. */
export async function linkIndicateur(
  page: Page,
  { search, option }: { search: string; option: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Lier un indicateur' }).click()
  await page.getByLabel('Indicateur', { exact: true }).fill(search)
  await page.getByRole('option', { name: option }).click()
}

/** 1 234,5 and 1 200 measured, an objectif of 1 100, without leaving the keyboard. */
export async function typeFrenchValues(page: Page, { before, now }: { before: string; now: string }): Promise<void> {
  await valueCell(page, 'Réalisé', before).click()
  await page.keyboard.type('1 234,5')
  await page.keyboard.press('Enter')
  await expect(valueCell(page, 'Réalisé', now)).toBeFocused()
  await page.keyboard.type('1200')
  for (const key of ['ArrowLeft', 'Home', 'ArrowLeft']) await page.keyboard.press(key)
  await expect(valueCell(page, 'Objectif', now)).toBeFocused()
  await page.keyboard.type('1100')
  await page.keyboard.press('Tab')
  await expect(valueCell(page, 'Réalisé', now)).toBeFocused()
}
