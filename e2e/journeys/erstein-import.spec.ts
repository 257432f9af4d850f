import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import Excel from 'exceljs'
import { test } from '../src/app-test.ts'

// CC du Canton d'Erstein: a plan kept in a spreadsheet is brought in by the page, in seconds. (Joins erstein.spec.ts.)

/** A real plan, kept beside the repository. */
const CONTRAT = fileURLToPath(new URL('../../../shared/plans/contrat-local-de-sante.xlsx', import.meta.url))

test.skip(process.env['CI'] !== 'true' && !existsSync(CONTRAT), '../shared/plans is not there')

async function openImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Importer un plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Importer un plan' })).toBeVisible()
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([])
}

test('a real file becomes a plan that opens with its fiches', async ({ page, signIn }) => {
  await signIn('editeur.erstein')
  await openImport(page)
  await expectAccessible(page)
  await page.getByLabel('Classeur à importer').setInputFiles(CONTRAT)

  await expect(page.getByRole('heading', { name: 'Ce qui sera créé' })).toBeVisible()
  await expect(page.getByLabel('Nom du plan')).toHaveValue('Contrat Local de Santé 2025-2030')
  await expect(page.getByText('Axe 2. ACCES AUX SOINS')).toBeVisible()
  await expect(page.getByText(/29\u00a0fiches/).first()).toBeVisible()
  await expectAccessible(page)

  // The address holds the prepared file: a reload shows it again.
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Ce qui sera créé' })).toBeVisible()

  const acceptAll = page.getByRole('button', { name: 'Accepter tous les avertissements' })
  if (await acceptAll.isVisible()) await acceptAll.click()
  await page.getByRole('button', { name: 'Importer le plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contrat Local de Santé 2025-2030' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fiche Action 2. Animer les Copil, les Cotech et les GT' })).toBeVisible()
})

test('the template that is downloaded comes back, and what is wrong in a file is said', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.erstein')
  await openImport(page)
  const input = page.getByLabel('Classeur à importer')
  await input.setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('Axe;Titre') })
  await expect(page.getByRole('alert')).toContainText('.csv ne sont pas pris en charge')

  const template = await page.request.get(`${server.url}/api/imports/modele.xlsx`)
  await input.setInputFiles({
    name: 'modele-pupitre.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await template.body(),
  })
  await expect(page.getByText('Aucune fiche n’est décrite')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Importer le plan' })).toBeDisabled()

  // Leaving asks first.
  await page.getByRole('link', { name: 'Plans', exact: true }).first().click()
  await expect(page.getByRole('dialog', { name: /Quitter l’import/ })).toBeVisible()
  await page.getByRole('button', { name: 'Rester sur l’import' }).click()
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click()
  await expect(page.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible()
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('cells are mended or accepted, then the plan opens', async ({ page, signIn }) => {
      await signIn('editeur.erstein')
      await openImport(page)
      await expectAccessible(page)
      await page.getByLabel('Classeur à importer').setInputFiles({
        name: `Plan vélo ${width} ${colorScheme}.xlsx`,
        mimeType: 'application/octet-stream',
        buffer: await doubtfulFile(),
      })
      await expect(page.getByText(/^1\u00a0erreur est à corriger/)).toBeVisible()
      await expectAccessible(page)
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await overflow()).toBe(0)

      await page.getByLabel('Nouvelle valeur de la ligne 2, colonne C').selectOption('En cours')
      await expect(page.getByLabel('Nouvelle valeur de la ligne 2, colonne C')).toHaveCount(0)
      const titre = page.getByLabel('Nouvelle valeur de la ligne 3, colonne B')
      await titre.fill('Un titre plus court')
      await titre.press('Enter')
      await expect(page.getByText(/^1\u00a0avertissement est à corriger/)).toBeVisible()
      await page.getByLabel('Accepter l’avertissement de la ligne 4, colonne B').press('Space')
      await page.getByRole('button', { name: 'Importer le plan' }).press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: `Plan vélo ${width} ${colorScheme}` })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Un titre plus court' })).toBeVisible()
    })
  })
}

/** A statut of no list, a title too long, and a title twice. */
async function doubtfulFile(): Promise<Buffer> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('Plan').addRows([
    ['Axe', 'Titre', 'Statut'],
    ['A', 'Une fiche', 'Presque fini'],
    ['A', 'x'.repeat(310)],
    ['A', 'Une fiche'],
  ])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

test('a reader is offered no import', async ({ page, signIn, server }) => {
  await signIn('lecteur.erstein')
  await expect(page.getByRole('link', { name: 'Importer un plan' })).toHaveCount(0)
  await page.goto(page.url().replace('/plans', '/import'))
  await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
  expect(page.url()).toContain(server.url)
})
