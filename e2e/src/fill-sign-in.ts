import type { Page } from '@playwright/test'

/** Fills the sign-in page that is shown, as one of the demonstration's people, and sends it. */
export async function fillSignIn(page: Page, account: string): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(`${account}@demo.pupitre.test`)
  await page.getByLabel('Mot de passe', { exact: true }).fill('demonstration')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}
