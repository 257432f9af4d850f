import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// What the page says of the work done on it, while the server comes and goes.

test.beforeEach(async ({ page, signIn }) => {
  await signIn('editeur.lacq')
  await openFirstFiche(page)
})

async function openFirstFiche(page: Page) {
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await expect(page).toHaveURL(/\/plans\//)
  await page.getByRole('link', { name: /^Exiger un bilan des déblais/ }).click()
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
}

const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })
const said = (page: Page, text: string | RegExp) => expect(page.getByText(text, { exact: true })).toBeVisible()

async function write(page: Page, words: string) {
  await description(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('saves what is written, and keeps what is written while the server is away', async ({ page, server }) => {
  await write(page, 'avant la coupure')
  await said(page, 'Enregistré')
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ', pendant')
  await said(page, /^Hors ligne \(\d+\u00a0modifications? non envoyées?\)$/)

  await server.start()
  await said(page, 'Enregistré')
  await page.reload()
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('avant la coupure, pendant')
})

test('asks before leaving a fiche whose edits nothing is sending, and loses none by leaving', async ({
  page,
  server,
}) => {
  const address = page.url()
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, 'écrit sans serveur')
  await page.getByRole('link', { name: 'Pupitre' }).click()
  const question = page.getByRole('dialog', { name: /^Quitter cette fiche/ })
  await question.getByRole('button', { name: 'Rester sur la fiche' }).click()
  await expect(question).toBeHidden()
  await expect(page).toHaveURL(address)

  let asked = false
  page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  })
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toBe(true)

  await page.getByRole('link', { name: 'Pupitre' }).click()
  await question.getByRole('button', { name: 'Quitter la fiche' }).click()
  await server.start()
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
