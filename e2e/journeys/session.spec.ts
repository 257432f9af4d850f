import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

test('brings back to the page of a link once signed in', async ({ page, signIn, server }) => {
  await signIn('lecteur.lacq')
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await expect(page).toHaveURL(/\/plans\//)
  const link = page.url()

  await page.context().clearCookies()
  await page.goto(link)
  await fillSignIn(page, 'lecteur.lacq')
  await expect(page).toHaveURL(link)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(new URL(link).origin).toBe(server.url)
})

test('offers the accounts of the demonstration, and signs in with the one that is chosen', async ({ page }) => {
  const choice = page.getByLabel('Compte à essayer')
  await choice.selectOption({ label: 'Éditeur : Julien Marchais' })
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Compte de Julien Marchais' })).toBeVisible()
})

test('asks to sign in again when the session has ended, and comes back', async ({ page, signIn }) => {
  await signIn('lecteur.lacq')
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await expect(page.getByText('Votre session a pris fin')).toBeVisible()
  await fillSignIn(page, 'lecteur.lacq')
  await expect(page).toHaveURL(/\/plans\//)
})

test('goes nowhere else than to this site after sign-in', async ({ page, server }) => {
  await page.goto(`${server.url}/connexion?retour=//exemple.fr/piege`)
  await fillSignIn(page, 'lecteur.lacq')
  await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  expect(new URL(page.url()).origin).toBe(server.url)
})

test('shows a reader nothing that they may not do', async ({ page, signIn }) => {
  await signIn('lecteur.lacq')
  await expect(page.getByRole('button', { name: 'Créer un plan' })).toHaveCount(0)
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await expect(page).toHaveURL(/\/plans\//)
  await expect(page.getByRole('button', { name: 'Créer une fiche' })).toHaveCount(0)
  await page.getByRole('link', { name: /^Exiger un bilan des déblais/ }).click()
  await expect(page.getByText('Lecture seule', { exact: true })).toBeVisible()
})

test('walks the tree of a plan by the keyboard alone', async ({ page, signIn }) => {
  await signIn('lecteur.lacq')
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  const axe = page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('button')
  await axe.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(axe).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(axe).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/fiches\//)
})

test('skips to the content from the first stop of the keyboard', async ({ page, signIn }) => {
  await signIn('lecteur.lacq')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('lets a forgotten password be chosen again, by e-mail', async ({ page, server, mailbox }) => {
  const email = 'karim.belhadj@demo.pupitre.test'
  await page.goto(`${server.url}/connexion`)
  await page.getByRole('link', { name: /^Mot de passe oublié/ }).click()
  const ask = page.getByRole('button', { name: 'Recevoir le lien' })
  // The page before has a field of that name too.
  await expect(ask).toBeVisible()
  await page.getByLabel('Adresse e-mail').fill(email)
  await ask.click()
  await expect(page.getByRole('heading', { name: 'Regardez vos messages' })).toBeVisible()
  await expect.poll(() => mailbox.lastLinkTo(email), { timeout: 20_000 }).toBeDefined()
  await page.goto(mailbox.lastLinkTo(email) ?? '')
  await page.getByLabel('Nouveau mot de passe').fill('un autre mot de passe')
  await page.getByLabel('Le même, encore une fois').fill('un autre mot de passe')
  await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill('un autre mot de passe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
})
