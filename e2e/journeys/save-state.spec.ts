import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { description, keptOffline, openFirstFiche, said, write } from '../src/fiche-page.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// What the page says of the work done on it, while the server comes and goes.

test.beforeEach(async ({ page, signIn }) => {
  await signIn('editeur.lacq')
  await openFirstFiche(page)
})

test('saves what is written, and keeps what is written while the server is away', async ({ page, server }) => {
  await write(page, 'avant la coupure')
  await said(page, 'Enregistré')
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ', pendant')
  await said(page, keptOffline())

  await server.start()
  await said(page, 'Enregistré')
  await page.reload()
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('avant la coupure, pendant')
})

test('stays under the hand of who writes when the server is back but what surrounds the texts cannot be read again', async ({
  page,
  server,
}) => {
  await write(page, 'avant la coupure')
  await said(page, 'Enregistré')
  let refused = 0
  await page.route('**/graphql', (route) => {
    refused += 1
    return route.abort()
  })
  await server.kill()
  await said(page, 'Hors ligne')
  await server.start()
  await expect.poll(() => refused).toBeGreaterThan(0)
  await said(page, 'Enregistré')
  await page.keyboard.type(', et sans lever la main')
  await said(page, 'Enregistré')
  await expect(description(page)).toBeFocused()
  await expect(description(page)).toContainText('avant la coupure, et sans lever la main')
  await expect(page.getByText('Cette fiche s’affiche sans le serveur')).toHaveCount(0)
})

test('[S96] asks nothing before a fiche is left whose edits are on the device, and loses none by leaving', async ({
  page,
  server,
}) => {
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, 'écrit sans serveur')
  await said(page, keptOffline())
  await page.getByRole('link', { name: 'Pupitre, accueil' }).click()
  await expect(page).toHaveURL(/\/pupitre$/)
  await expect(page.getByRole('link', { name: /gardées sur cet appareil/ })).toBeVisible()

  await server.start()
  await expect(page.getByRole('link', { name: /gardées sur cet appareil/ })).toHaveCount(0)
  await page.goBack()
  await said(page, 'Enregistré')
  await page.reload()
  await expect(description(page)).toContainText('écrit sans serveur')
})

test('keeps what was written when the session ends, and sends it after signing in again', async ({ page, server }) => {
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, 'écrit avant la fin de session')
  await page.context().clearCookies()
  await server.start()

  await expect(page.getByText('Votre session a pris fin')).toBeVisible()
  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  await page.reload()
  await expect(description(page)).toContainText('écrit avant la fin de session')
})

test('asks before signing out loses what is not sent', async ({ page, server }) => {
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, 'à ne pas perdre')
  await page.getByRole('button', { name: 'Compte de' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await page
    .getByRole('dialog', { name: /^Se déconnecter maintenant/ })
    .getByRole('button', { name: 'Rester connecté' })
    .click()
  await server.start()
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('à ne pas perdre')

  await page.getByRole('button', { name: 'Compte de' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible()
})

test('shows who else has the fiche open, for as long as they have', async ({ page, browser, server }) => {
  const context = await browser.newContext()
  const colleague = await context.newPage()
  await colleague.goto(`${server.url}/connexion?retour=${new URL(page.url()).pathname}`)
  await fillSignIn(colleague, 'lecteur.lacq')
  await said(colleague, 'Lecture seule')

  const present = page.getByRole('region', { name: 'Sur cette fiche en ce moment' })
  await expect(present.getByRole('listitem')).toHaveCount(1)
  await expect(colleague.getByRole('region', { name: 'Sur cette fiche en ce moment' })).toBeVisible()
  await context.close()
  await expect(present).toHaveCount(0)
})
