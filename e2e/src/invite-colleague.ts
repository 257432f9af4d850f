import type { Page } from '@playwright/test'

/** From any page of an admin: invites an address, as somebody whom fiches name already. */
export async function inviteAs(page: Page, { email, personne }: { email: string; personne: string }): Promise<void> {
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('button', { name: `Inviter ${personne}` }).click()
  await page.getByLabel('Adresses e-mail').fill(email)
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** On the page of an invitation's link: makes an account of one's own and accepts. */
export async function acceptInvitation(
  page: Page,
  { nom, password }: { nom: string; password: string },
): Promise<void> {
  await page.getByLabel('Votre nom').fill(nom)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
}
