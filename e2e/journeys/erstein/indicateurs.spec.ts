import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import {
  createIndicateur,
  curveOf,
  expectSaved,
  linkIndicateur,
  typeFrenchValues,
  valueCell,
} from '../../src/indicateur-page.ts'
import { openAs } from '../../src/open-as.ts'
import { pasteText } from '../../src/paste-text.ts'

// CC du Canton d’Erstein: the PCAET’s indicators are documented, and their curves read. Each test stands alone, on one server.

test('indicators are typed and pasted, drawn and said, and a colleague sees them come', async ({
  page,
  signIn,
  browser,
}) => {
  await signIn('editeur.erstein')
  await page.getByRole('link', { name: 'Indicateurs' }).click()
  await createIndicateur(page, { nom: 'Eau consommée par les bâtiments', unite: 'm³' })
  await expect(curveOf(page)).toContainText('La courbe se dessine dès la première valeur.')
  const year = new Date().getFullYear()
  const [before, now, next] = [String(year - 1), String(year), String(year + 1)]

  await test.step('values are typed as French writes them, from cell to cell by the keyboard', async () => {
    await typeFrenchValues(page, { before, now })
    await expectSaved(page)
    await expect(valueCell(page, 'Réalisé', before)).toHaveValue(/^1\s234,5$/)
    await expect(curveOf(page)).toContainText(
      new RegExp(`Réalisé\\s: 1\\s234,5\\sm³ en ${before}, 1\\s200\\sm³ en ${now}.`),
    )
    await expect(curveOf(page)).toContainText(new RegExp(`Objectif\\s: 1\\s100\\sm³ en ${now}.`))
    await expect(curveOf(page).locator('.recharts-line-curve')).toHaveCount(2)
  })

  const reader = await openAs(browser, 'lecteur.erstein', page.url())
  await test.step('a reader sees them as a table, and nothing to change', async () => {
    await expect(reader.getByRole('row', { name: new RegExp(`^${before}`) })).toContainText(/1\s234,5/)
    await expect(reader.getByRole('textbox')).toHaveCount(0)
    await expect(reader.getByRole('button', { name: 'Supprimer' })).toHaveCount(0)
  })

  await test.step('a column and a block of a spreadsheet are pasted; the reader sees them come', async () => {
    await valueCell(page, 'Objectif', now).click()
    await pasteText(page, '1 050\r\n1 000\r\n')
    await expect(valueCell(page, 'Objectif', next)).toHaveValue(/^1\s000$/)
    await valueCell(page, 'Réalisé', before).click()
    await pasteText(page, 'Année\tObjectif\tRéalisé\n2018\t\t1 500\n2019\t\t1 450,25\n')
    await expectSaved(page)
    await expect(reader.getByRole('row', { name: /^2019/ })).toContainText(/1\s450,25/)
    await expect(reader.getByRole('row', { name: new RegExp(`^${next}`) })).toContainText(/1\s000/)
    await expect(curveOf(reader)).toContainText(/Réalisé\s: 1\s500\sm³ en 2018/)
  })

  await test.step('two people on the objectif and the réalisé of one year are both kept', async () => {
    const admin = await openAs(browser, 'admin.erstein', page.url())
    await valueCell(admin, 'Objectif', '2019').click()
    await admin.keyboard.type('1400')
    await valueCell(page, 'Réalisé', '2019').click()
    await page.keyboard.type('1444')
    await Promise.all([page.keyboard.press('Enter'), admin.keyboard.press('Enter')])
    for (const one of [page, admin]) {
      await expect(valueCell(one, 'Objectif', '2019')).toHaveValue(/^1\s400$/)
      await expect(valueCell(one, 'Réalisé', '2019')).toHaveValue(/^1\s444$/)
    }
    await expect(reader.getByRole('row', { name: /^2019/ })).toContainText(/1\s400.*1\s444/)
    await admin.context().close()
  })

  await test.step('what is no number waits in its cell; what the server does not take is said and comes off', async () => {
    const cell = valueCell(page, 'Réalisé', now)
    await cell.click()
    await page.keyboard.type('douze')
    await page.keyboard.press('Tab')
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    await cell.click()
    await page.keyboard.press('Escape')
    await expect(cell).toHaveValue(/^1\s200$/)

    await page.route('**/graphql', (route) => route.abort(), { times: 1 })
    await cell.fill('9')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('Rien n’a changé')
    await expect(cell).toHaveValue(/^1\s200$/)
  })
  await reader.context().close()
})

test('a monthly indicator takes months and comments, and is linked from a fiche and from an axe while a reader looks', async ({
  page,
  signIn,
  browser,
}) => {
  const nom = 'Repas bio servis à la cantine'
  await signIn('editeur.erstein')
  await page.getByRole('link', { name: 'Indicateurs' }).click()
  await createIndicateur(page, { nom, unite: '%', saisie: 'MENSUELLE' })
  const indicateur = page.url()

  await test.step('months are typed by the keyboard alone, with a decimal and a comment', async () => {
    const added = page.getByLabel('Période à ajouter')
    for (const month of ['janvier 2024', '02/2024']) {
      await added.fill(month)
      await added.press('Enter')
    }
    await valueCell(page, 'Réalisé', 'janvier 2024').focus()
    await page.keyboard.type('12,5')
    await page.keyboard.press('Enter')
    await expect(valueCell(page, 'Réalisé', 'février 2024')).toBeFocused()
    await page.keyboard.type('18')
    await page.keyboard.press('Tab')
    await expect(valueCell(page, 'Commentaire', 'février 2024')).toBeFocused()
    await page.keyboard.type('Nouveau marché.')
    await page.keyboard.press('Enter')
    await expectSaved(page)
    await expect(curveOf(page)).toContainText(/Réalisé\s: 12,5\s% en janvier 2024, 18\s% en février 2024./)
  })

  const reader = await openAs(browser, 'lecteur.erstein', indicateur)
  await expect(reader.getByRole('row', { name: /^février 2024/ })).toContainText('Nouveau marché.')
  const linked = (on: Page) => on.getByRole('region', { name: 'Indicateurs' }).getByRole('link', { name: nom })

  await test.step('it is found without its accents from a fiche, and the reader sees it there', async () => {
    await page.getByRole('link', { name: 'Plans', exact: true }).click()
    await page.getByRole('link', { name: 'PCAET 2024-2030' }).click()
    await page.getByRole('link', { name: 'Rénover les trois gymnases intercommunaux' }).click()
    await expectSaved(page)
    await reader.goto(page.url())
    await expect(reader.getByRole('region', { name: 'Indicateurs' })).toBeVisible()
    await linkIndicateur(page, { search: 'repas bio servis a la', option: `${nom} (%)` })
    await expect(linked(page)).toBeVisible()
    await expect(linked(reader)).toBeVisible()
  })

  await test.step('it is linked from an axe, and the reader sees both links come on its page', async () => {
    await reader.goto(indicateur)
    const links = reader.getByRole('region', { name: 'Fiches et axes liés' })
    await expect(links.getByRole('link')).toHaveText(['Rénover les trois gymnases intercommunaux'])
    await page.getByRole('link', { name: 'Plans', exact: true }).click()
    await page.getByRole('link', { name: 'PCAET 2024-2030' }).click()
    await page.getByRole('button', { name: 'Actions sur Axe 2. Se déplacer autrement' }).click()
    await page.getByRole('menuitem', { name: 'Indicateurs…' }).click()
    await linkIndicateur(page, { search: 'repas', option: `${nom} (%)` })
    await expect(page.getByRole('dialog').getByRole('link', { name: nom })).toBeVisible()
    await expect(links.getByRole('link')).toHaveText([
      'Axe 2. Se déplacer autrement',
      'Rénover les trois gymnases intercommunaux',
    ])
  })
  await reader.context().close()
})
