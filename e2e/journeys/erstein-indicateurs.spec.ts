import { expect, type Browser, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// CC du Canton d'Erstein documents the PCAET's indicators: values typed and pasted, the curve, a colleague who sees them come.

const cell = (page: Page, part: 'Objectif' | 'Réalisé' | 'Commentaire', periode: string) =>
  page.getByRole('textbox', { name: `${part}, ${periode}`, exact: true })
const curve = (page: Page) => page.getByRole('region', { name: 'Courbe' })
const isSaved = (page: Page) => expect(page.getByText('Enregistré', { exact: true })).toBeVisible()

/** What a spreadsheet puts in the clipboard, pasted where the focus is. */
async function paste(page: Page, text: string) {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

async function openAs(browser: Browser, account: string, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
  const page = await context.newPage()
  const { origin, pathname } = new URL(address)
  await page.goto(`${origin}/connexion?retour=${pathname}`)
  await fillSignIn(page, account)
  return page
}

test('indicators are typed and pasted, drawn and said, and a colleague sees them come', async ({
  page,
  signIn,
  browser,
}) => {
  await signIn('editeur.erstein')
  await page.getByRole('link', { name: 'Indicateurs' }).click()

  await test.step('one is created from the list', async () => {
    await page.getByRole('button', { name: 'Créer un indicateur' }).click()
    await page.getByLabel('Nom de l’indicateur').fill('Eau consommée par les bâtiments')
    await page.getByLabel('Unité').fill('m³')
    await page.getByRole('button', { name: 'Créer l’indicateur' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Eau consommée par les bâtiments' })).toBeVisible()
    await expect(curve(page)).toContainText('La courbe se dessine dès la première valeur.')
  })

  const year = new Date().getFullYear()
  const [before, now, next] = [String(year - 1), String(year), String(year + 1)]

  await test.step('values are typed as French writes them, from cell to cell by the keyboard', async () => {
    await cell(page, 'Réalisé', before).click()
    await page.keyboard.type('1 234,5')
    await page.keyboard.press('Enter')
    await expect(cell(page, 'Réalisé', now)).toBeFocused()
    await page.keyboard.type('1200')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    await expect(cell(page, 'Objectif', now)).toBeFocused()
    await page.keyboard.type('1100')
    await page.keyboard.press('Tab')
    await expect(cell(page, 'Réalisé', now)).toBeFocused()
    await isSaved(page)
    await expect(cell(page, 'Réalisé', before)).toHaveValue(/^1\s234,5$/)
    await expect(curve(page)).toContainText(
      new RegExp(`Réalisé\\s: 1\\s234,5\\sm³ en ${before}, 1\\s200\\sm³ en ${now}.`),
    )
    await expect(curve(page)).toContainText(new RegExp(`Objectif\\s: 1\\s100\\sm³ en ${now}.`))
    await expect(curve(page).locator('.recharts-line-curve')).toHaveCount(2)
  })

  const reader = await openAs(browser, 'lecteur.erstein', page.url())
  await expect(reader.getByRole('row', { name: new RegExp(`^${before}`) })).toContainText(/1\s234,5/)
  await expect(reader.getByRole('textbox')).toHaveCount(0)
  await expect(reader.getByRole('button', { name: 'Supprimer' })).toHaveCount(0)

  await test.step('a column and a block of a spreadsheet are pasted; the colleague sees them come', async () => {
    await cell(page, 'Objectif', now).click()
    await paste(page, '1 050\r\n1 000\r\n')
    await expect(cell(page, 'Objectif', next)).toHaveValue(/^1\s000$/)
    await cell(page, 'Réalisé', before).click()
    await paste(page, 'Année\tObjectif\tRéalisé\n2018\t\t1 500\n2019\t\t1 450,25\n')
    await isSaved(page)
    await expect(reader.getByRole('row', { name: /^2019/ })).toContainText(/1\s450,25/)
    await expect(reader.getByRole('row', { name: new RegExp(`^${next}`) })).toContainText(/1\s000/)
    await expect(curve(reader)).toContainText(/Réalisé\s: 1\s500\sm³ en 2018/)
    await expect(curve(reader)).toContainText(new RegExp(`Objectif\\s: 1\\s000\\sm³ en ${next}.`))
  })

  await test.step('two people on the objectif and the réalisé of one year are both kept', async () => {
    const admin = await openAs(browser, 'admin.erstein', page.url())
    await cell(admin, 'Objectif', '2019').click()
    await admin.keyboard.type('1400')
    await cell(page, 'Réalisé', '2019').click()
    await page.keyboard.type('1444')
    await Promise.all([page.keyboard.press('Enter'), admin.keyboard.press('Enter')])
    for (const one of [page, admin]) {
      await expect(cell(one, 'Objectif', '2019')).toHaveValue(/^1\s400$/)
      await expect(cell(one, 'Réalisé', '2019')).toHaveValue(/^1\s444$/)
    }
    await expect(reader.getByRole('row', { name: /^2019/ })).toContainText(/1\s400.*1\s444/)
    await admin.context().close()
  })

  await test.step('what is no number waits in its cell; what the server does not take is said and comes off', async () => {
    await cell(page, 'Réalisé', now).click()
    await page.keyboard.type('douze')
    await page.keyboard.press('Tab')
    await expect(cell(page, 'Réalisé', now)).toHaveAttribute('aria-invalid', 'true')
    await cell(page, 'Réalisé', now).click()
    await page.keyboard.press('Escape')
    await expect(cell(page, 'Réalisé', now)).toHaveValue(/^1\s200$/)

    await page.route('**/graphql', (route) => route.abort(), { times: 1 })
    await cell(page, 'Réalisé', now).fill('9')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('Rien n’a changé')
    await expect(cell(page, 'Réalisé', now)).toHaveValue(/^1\s200$/)
    await page.getByRole('alert').getByRole('button').click()
  })

  await test.step('it is linked from a fiche, found without its accents, and the colleague sees it there', async () => {
    const indicateur = page.url()
    await page.getByRole('link', { name: 'Plans', exact: true }).click()
    await page.getByRole('link', { name: 'PCAET 2024-2030' }).click()
    await page.getByRole('link', { name: 'Rénover les trois gymnases intercommunaux' }).click()
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
    await reader.goto(page.url())
    const linked = (on: Page) =>
      on.getByRole('region', { name: 'Indicateurs' }).getByRole('link', { name: 'Eau consommée par les bâtiments' })
    await expect(reader.getByRole('region', { name: 'Indicateurs' })).toBeVisible()
    await page.getByRole('button', { name: 'Lier un indicateur' }).click()
    await page.getByLabel('Indicateur', { exact: true }).fill('consommee par les bat')
    await page.getByRole('option', { name: 'Eau consommée par les bâtiments (m³)' }).click()
    await expect(linked(page)).toBeVisible()
    await expect(linked(reader)).toBeVisible()
    await page.goto(indicateur)
    await expect(page.getByRole('region', { name: 'Fiches et axes liés' })).toContainText('Rénover les trois gymnases')
  })

  await reader.context().close()
})
