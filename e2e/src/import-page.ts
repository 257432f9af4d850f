import { expect, type Page } from '@playwright/test'

/** From any page of an editor. */
export async function openImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Importer un plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Importer un plan' })).toBeVisible()
}

/** Accepts what is left to accept of a prepared import, and carries it out: the plan opens. */
export async function importPrepared(page: Page, plan: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Ce qui sera créé' })).toBeVisible()
  const acceptAll = page.getByRole('button', { name: 'Accepter tous les avertissements' })
  if (await acceptAll.isVisible()) await acceptAll.click()
  await page.getByRole('button', { name: 'Importer le plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: plan })).toBeVisible()
}

/** A statut of no list, a title too long, and a title twice. */
export const DOUBTFUL = [
  ['Axe', 'Titre', 'Statut'],
  ['A', 'Une fiche', 'Presque fini'],
  ['A', 'x'.repeat(310)],
  ['A', 'Une fiche'],
]

/** Mends two cells of the DOUBTFUL file and accepts the third, by the keyboard where it is quicker. */
export async function mendDoubtful(page: Page): Promise<void> {
  await page.getByLabel('Nouvelle valeur de la ligne 2, colonne C').selectOption('En cours')
  await expect(page.getByLabel('Nouvelle valeur de la ligne 2, colonne C')).toHaveCount(0)
  const titre = page.getByLabel('Nouvelle valeur de la ligne 3, colonne B')
  await titre.fill('Un titre plus court')
  await titre.press('Enter')
  await expect(page.getByText(/^1\u00a0avertissement est à corriger/)).toBeVisible()
  await page.getByLabel('Accepter l’avertissement de la ligne 4, colonne B').press('Space')
}
