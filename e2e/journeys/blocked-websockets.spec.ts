import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

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

test('writes with a colleague where websockets are blocked, and says that it is slower, not broken', async ({
  page,
  browser,
  server,
  signIn,
}) => {
  await page.context().routeWebSocket(/\/sync\//, (socket) => socket.close({ code: 1011 }))
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
