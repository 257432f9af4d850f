import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../../src/expect-accessible.ts'
import { openAs } from '../../src/open-as.ts'

// CA de Blois: a list of fiches that one comes back to is kept under a name, and shared with colleagues.

const SIREN = '200030385'
const NOM = 'Bloquées, pour le comité'
const RENAMED = 'Comité technique'

const target = (page: Page) => page.getByRole('button', { name: /^Vues? enregistrée/ })
const entry = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name, exact: true })

async function act(page: Page, name: string | RegExp): Promise<void> {
  await target(page).click()
  await entry(page, name).click()
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('a view is kept, changed, shared and found again by a colleague', async ({ page, signIn, server, browser }) => {
  const fiches = `${server.url}/collectivites/${SIREN}/fiches`
  await signIn('editeur.blois')
  await page.goto(`${fiches}?statut=BLOQUE&vue=cartes`)
  const colleague = await openAs(browser, 'lecteur.blois', fiches)
  await expect(colleague.getByRole('heading', { level: 1, name: 'Fiches' })).toBeVisible()

  await test.step('what the page shows is kept by the keyboard alone', async () => {
    await target(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Aucune vue pour l’instant')).toBeVisible()
    await expectAccessibleInAll(page)
    await expect(entry(page, 'Enregistrer cette vue…')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Nom de la vue')).toBeFocused()
    await page.keyboard.type(NOM)
    await expectAccessibleInAll(page)
    await page.keyboard.press('Enter')
    await expect(target(page)).toHaveText(new RegExp(`${NOM}$`))
    await expect(page).toHaveURL(/enregistree=/)
  })

  await test.step('changed, it says so, is put back, then saved, which is undone', async () => {
    const columns = page.getByRole('navigation', { name: 'Vues des fiches' }).getByRole('link', { name: 'Colonnes' })
    await columns.click()
    await expect(target(page)).toContainText('modifiée')
    await act(page, 'Rétablir')
    await expect(page).toHaveURL(/vue=cartes/)
    await expect(target(page)).not.toContainText('modifiée')
    await columns.click()
    await act(page, 'Enregistrer')
    await expect(page.getByText(`La vue « ${NOM} » est enregistrée.`)).toBeVisible()
    await expect(target(page)).not.toContainText('modifiée')
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
    await expect(target(page)).toContainText('modifiée')
  })

  await test.step('shared, it comes to a colleague who looks, and who may not change it', async () => {
    await target(colleague).click()
    await expect(entry(colleague, new RegExp(NOM))).toHaveCount(0)
    await act(page, 'Partager avec la collectivité')
    await entry(colleague, new RegExp(NOM)).click()
    await expect(colleague).toHaveURL(/statut=BLOQUE.*vue=cartes|vue=cartes.*statut=BLOQUE/)
    await expect(colleague.getByText(/· 1\sfiche$/)).toBeVisible()
    await target(colleague).click()
    await expect(entry(colleague, 'Enregistrer sous…')).toBeVisible()
    await expect(entry(colleague, 'Renommer…')).toHaveCount(0)
    await colleague.keyboard.press('Escape')
  })

  await test.step('renamed, it is found by its name in the palette', async () => {
    await act(page, 'Renommer…')
    await page.getByLabel('Nom de la vue').fill(RENAMED)
    await page.getByRole('button', { name: 'Renommer' }).click()
    await expect(target(page)).toContainText(RENAMED)
    await expect(target(colleague)).toContainText(RENAMED)
    await colleague.goto(`${server.url}/collectivites/${SIREN}/plans`)
    await expect(colleague.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
    await colleague.keyboard.press('Control+k')
    await colleague.getByRole('combobox', { name: /^Chercher un plan/ }).fill('comité tech')
    await expect(colleague.getByRole('option', { name: new RegExp(RENAMED) })).toBeVisible()
    await colleague.keyboard.press('Enter')
    await expect(target(colleague)).toContainText(RENAMED)
  })

  await test.step('a name that another has is refused, with the reason', async () => {
    await act(page, 'Enregistrer sous…')
    await page.getByLabel('Nom de la vue').fill(RENAMED.toUpperCase())
    await page.getByLabel('Partager avec la collectivité').check()
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
    await expect(page.getByRole('alert')).toHaveText(`Une vue partagée s’appelle déjà « ${RENAMED} ».`)
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
  })

  await test.step('deleted after a confirmation, it is no name any more, and the list stays', async () => {
    await act(page, 'Supprimer la vue…')
    await expect(page.getByRole('dialog')).toContainText('pour toute la collectivité')
    await expectAccessibleInAll(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer la vue' }).click()
    await expect(target(page)).toHaveText('Vues enregistrées')
    await expect(target(colleague)).toHaveText('Vues enregistrées')
    await expect(colleague.getByText(/· 1\sfiche$/)).toBeVisible()
    await colleague.context().close()
  })
})
