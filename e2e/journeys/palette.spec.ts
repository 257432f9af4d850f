import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../src/expect-accessible.ts'

// The palette and the sheet of shortcuts, by keyboard alone.

const GUICHET = 'Guichet unique de la rénovation de l’habitat'

test('goes to any fiche, page or action without the pointer', async ({ page, signIn }) => {
  await signIn('admin.blois')
  const palette = page.getByRole('dialog', { name: 'Chercher ou agir' })

  await test.step('finds a fiche by words of its texts, accents apart, and opens it', async () => {
    await openPalette(page)
    await page.keyboard.type('guichet renovation')
    await expect(page.getByRole('option', { name: GUICHET })).toBeVisible()
    await expectActive(page, GUICHET)
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect(page).toHaveURL(/\/fiches\//)
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('goes to a page, finds a plan, and offers first what was looked at last', async () => {
    await openPalette(page)
    await page.keyboard.type('mes fich')
    await expectActive(page, 'Mes fiches')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    await expect(palette).toBeHidden()
    await openPalette(page)
    await expectActive(page, GUICHET)
    await page.keyboard.type('pcaet')
    await expect(page.getByText('Rien ne contient ces mots')).toBeHidden()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('climat-air-energie')
    await expectActive(page, 'Plan climat-air-énergie territorial')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/plans\//)
    await expect(palette).toBeHidden()
  })

  await test.step('creates a plan and a fiche, invites, from where one is', async () => {
    await openPalette(page)
    await page.keyboard.type('creer un plan')
    await expectActive(page, 'Créer un plan')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Nom du plan')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page).toHaveURL(/\/plans$/)

    await openPalette(page)
    await page.keyboard.type('creer une fiche')
    await expectActive(page, 'Créer une fiche')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Créer une fiche' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Plan', exact: true })).toBeFocused()
    await page.keyboard.type('alimentaire')
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByLabel('Titre de la fiche').fill('Cartographier les friches agricoles')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/fiches\//)
    await expect(page.getByRole('textbox', { name: 'Titre de la fiche' })).toHaveText(
      'Cartographier les friches agricoles',
    )
    await expect(page.getByRole('dialog')).toBeHidden()

    await openPalette(page)
    await page.keyboard.type('inviter')
    await expectActive(page, 'Inviter des collègues')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Adresses e-mail')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('says that nothing is found, closes with Échap and gives the focus back', async () => {
    const opener = page.getByRole('button', { name: 'Chercher ou agir' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(wordsOf(page)).toBeFocused()
    await page.keyboard.type('zzzz')
    await expect(page.getByText('Rien ne contient ces mots')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await expect(opener).toBeFocused()
  })

  await test.step('says that the search failed, and tries again', async () => {
    await page.route('**/graphql', (route) => route.abort())
    await openPalette(page)
    await page.keyboard.type('guichet')
    await expectActive(page, 'Chercher de nouveau')
    await page.unroute('**/graphql')
    await page.keyboard.press('Enter')
    await expectActive(page, GUICHET)
    await page.keyboard.press('Escape')
  })

  await test.step('signs out', async () => {
    await expect(palette).toBeHidden()
    await openPalette(page)
    await page.keyboard.type('deconnecter')
    await expectActive(page, 'Se déconnecter')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pupitre.visites')
  })
})

test('shows the shortcuts by « ? », unless that key is turned off', async ({ page, signIn }) => {
  await signIn('contributeur.blois')
  const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' })

  await page.keyboard.press('?')
  await expect(sheet.getByRole('heading', { name: 'Dans l’arbre d’un plan' })).toBeVisible()
  await sheet.getByRole('switch', { name: /ouvre cette liste/ }).press('Space')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('?')
  await openPalette(page)
  await page.keyboard.type('raccourcis')
  await expectActive(page, 'Raccourcis clavier')
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('switch')).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await openPalette(page)
  // No more than one may do.
  await page.keyboard.type('creer')
  await expect(page.getByText('Recherche…')).toBeHidden()
  await expect(page.getByRole('option', { name: 'Créer un plan' })).toBeHidden()
})

test('has no violation in any appearance', async ({ page, signIn }) => {
  test.setTimeout(LOOKED_AT_IN_ALL_MS)
  await signIn('admin.blois')
  await openPalette(page)
  await expect(page.getByRole('option', { name: 'Créer un plan' })).toBeVisible()
  await expectAccessibleInAll(page)
  await page.keyboard.type('renovation')
  await expect(page.getByRole('option', { name: GUICHET })).toBeVisible()
  await expectAccessibleInAll(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('zzzz')
  await expect(page.getByText('Rien ne contient ces mots')).toBeVisible()
  await expectAccessibleInAll(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('switch')).toBeVisible()
  await expectAccessibleInAll(page)
})

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(wordsOf(page)).toBeFocused()
}

function wordsOf(page: Page) {
  return page.getByRole('combobox', { name: 'Chercher un plan, une fiche, une page ou une action' })
}

/** The option that Entrée would choose, as a screen reader is told of it. */
async function expectActive(page: Page, name: string): Promise<void> {
  await expect(async () => {
    const id = await wordsOf(page).getAttribute('aria-activedescendant')
    await expect(page.locator(`[id="${id}"]`)).toContainText(name, { timeout: 500 })
  }).toPass()
}
