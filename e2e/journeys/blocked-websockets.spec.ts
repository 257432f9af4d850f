import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'
import { openAs } from '../src/open-as.ts'

// A network that cuts every websocket, as some local authorities' do.

const SLOWER = /^Connexion plus lente/

const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text, { exact: true })).toBeVisible({ timeout: 20_000 })

async function openFirstFiche(page: Page) {
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await page.getByRole('link', { name: /^Exiger un bilan des déblais/ }).click()
  await said(page, 'Enregistré')
}

const blockWebsockets = (page: Page) => page.context().routeWebSocket(/^/, (socket) => socket.close({ code: 1011 }))

test('writes with a colleague where websockets are blocked, and says that it is slower, not broken', async ({
  page,
  browser,
  server,
  signIn,
}) => {
  await blockWebsockets(page)
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  await said(page, SLOWER)

  const context = await browser.newContext()
  const colleague = await context.newPage()
  await colleague.goto(`${server.url}/connexion?retour=${new URL(page.url()).pathname}`)
  await fillSignIn(colleague, 'admin.lacq')
  await said(colleague, 'Enregistré')
  await expect(colleague.getByText(SLOWER)).toBeHidden()

  await description(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('écrit par le chemin lent')
  await said(page, 'Enregistré')
  await expect(description(colleague)).toContainText('écrit par le chemin lent')
  await description(colleague).click()
  await colleague.keyboard.press('Control+End')
  await colleague.keyboard.type(', lu par le même')
  await expect(description(page)).toContainText('écrit par le chemin lent, lu par le même')
  await expect(page.getByRole('region', { name: 'Sur cette fiche en ce moment' }).getByRole('listitem')).toHaveCount(1)

  await test.step('what a colleague changes beside the texts is seen too, and says by whom', async () => {
    await colleague.getByLabel('Statut', { exact: true }).selectOption('Bloqué')
    await expect(page.getByLabel('Statut', { exact: true })).toHaveValue('BLOQUE')
    await expect(page.getByRole('status').filter({ hasText: /a changé le statut\.$/ })).toBeVisible()
    await page.getByLabel('Statut', { exact: true }).selectOption('En cours')
    await expect(colleague.getByLabel('Statut', { exact: true })).toHaveValue('EN_COURS')
  })

  await description(page).click()
  await page.keyboard.press('Control+End')
  await server.kill()
  await said(page, 'Hors ligne')
  await expect(page.getByText(SLOWER)).toBeHidden()
  await page.keyboard.type(' et gardé sans serveur')
  await server.start()
  await said(page, 'Enregistré')
  await said(page, SLOWER)
  await expect(description(colleague)).toContainText('et gardé sans serveur')
  await context.close()
})

test('a list moves where websockets are blocked, and again once the server is back', async ({
  page,
  browser,
  server,
  signIn,
}) => {
  await blockWebsockets(page)
  await signIn('editeur.lacq')
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  const row = page.getByRole('link', { name: /^Exiger un bilan des déblais/ })
  const address = await row.getAttribute('href')
  const colleague = await openAs(browser, 'admin.lacq', new URL(address ?? '', server.url).href)
  await said(colleague, 'Enregistré')
  const titre = colleague.getByRole('textbox', { name: 'Titre de la fiche' })
  const retitle = async (words: string) => {
    await titre.click()
    await colleague.keyboard.press('Control+End')
    await colleague.keyboard.type(words)
    await expect(page.getByRole('link', { name: new RegExp(`^Exiger un bilan des déblais.*${words}`) })).toBeVisible({
      timeout: 20_000,
    })
  }
  await retitle(' vu sans websocket')
  await server.kill()
  await said(colleague, 'Hors ligne')
  await server.start()
  await said(colleague, 'Enregistré')
  await retitle(' puis relu')
  await colleague.context().close()
})
