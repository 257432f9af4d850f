import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../../src/expect-accessible.ts'
import { description, keptOffline, openFirstFiche, said, write } from '../../src/fiche-page.ts'
import { holdableEdits } from '../../src/hold-edits.ts'
import { restoreAnotherLife } from '../../src/restored-database.ts'

// What the page shows when the network or the server is not there, light and dark, wide and narrow: axe with all its rules, and a picture of each.

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

async function seen(page: Page, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' })
  await expectAccessibleInAll(page)
}

test('has no violation where the connection is slower', async ({ page, signIn }) => {
  await page.context().routeWebSocket(/^/, (socket) => socket.close({ code: 1011 }))
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  await said(page, /^Connexion plus lente/)
  await seen(page, 'connexion-plus-lente')
})

test('has no violation from a fiche without server to words that are given back', async ({ page, signIn, server }) => {
  await signIn('editeur.lacq')
  const address = await openFirstFiche(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' écrit sans serveur')
  await said(page, keptOffline())
  await seen(page, 'fiche-hors-ligne')
  await page.reload()
  await said(page, 'Cette fiche s’affiche sans le serveur')
  await expect(description(page)).toContainText('écrit sans serveur')
  await seen(page, 'fiche-sans-serveur')
  await page.goto(`${server.url}/sur-cet-appareil`)
  await expect(page.getByRole('group', { name: 'Votre texte' })).toContainText('écrit sans serveur')
  await seen(page, 'appareil-sans-serveur')

  await restoreAnotherLife(server)
  await server.start()
  await expect(page.getByRole('heading', { name: 'Mis de côté' })).toBeVisible({ timeout: 40_000 })
  await seen(page, 'appareil-mis-de-cote')
  await page.getByRole('button', { name: 'Ne plus garder ces mots' }).click()
  await expect(page.getByRole('button', { name: 'Les garder' })).toBeFocused()
  await seen(page, 'ne-plus-garder')
  await page.keyboard.press('Escape')
  await page.goto(address)
  await said(page, 'Enregistré')
  await expect(page.getByRole('heading', { name: 'Cette fiche a été rétablie sur le serveur' })).toBeVisible()
  await seen(page, 'fiche-retablie')
  await page.getByRole('button', { name: 'Ne plus garder ces mots' }).click()
  await page.getByRole('button', { name: 'Les supprimer' }).click()
  await expect(page.getByRole('group', { name: 'Votre texte' })).toHaveCount(0)
  await page.goto(`${server.url}/sur-cet-appareil`)
  await said(page, /^Rien n’attend sur cet appareil/)
  await seen(page, 'appareil-vide')
})

test('has no violation in the warning at sign-out', async ({ page, signIn }) => {
  const { hold } = await holdableEdits(page)
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  hold()
  await write(page, ' à perdre')
  await page.getByRole('button', { name: 'Compte de' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('dialog', { name: /^Se déconnecter maintenant/ })).toBeVisible()
  await seen(page, 'deconnexion')
})
