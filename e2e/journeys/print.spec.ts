import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { said } from '../src/fiche-page.ts'

// What is printed of a fiche and of a plan: every field and every line, and nothing of what is pressed or filled in.

const SHELL = [
  'Mon pupitre',
  'Journal',
  'Imprimer',
  'Enregistré',
  'Il manque',
  'Ajouter un budget',
  'Supprimer',
  'Accessibilité',
]

/** What is seen of the page, on a line. */
const seen = async (page: Page) => (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')

async function expectPaper(page: Page) {
  const text = await seen(page)
  for (const words of SHELL) expect(text).not.toContain(words)
  await expect(
    page.locator('button:visible:not([data-printed]), input:visible, select:visible, textarea:visible'),
  ).toHaveCount(0)
  expect(text).toMatch(/CA de Blois.* · Imprimé le \d{1,2}(?:er)? \p{L}+ \d{4} · http/u)
  expect((await page.pdf()).length).toBeGreaterThan(5_000)
}

test('a fiche is printed whole, and a plan with its folded axes', async ({ page, signIn }) => {
  await signIn('editeur.blois')
  await page.getByRole('link', { name: 'Projet de territoire 2040' }).click()
  const plan = page.url()
  await page.getByRole('link', { name: 'Guichet unique de la rénovation de l’habitat' }).click()
  await said(page, 'Enregistré')
  await page.getByLabel('Statut', { exact: true }).selectOption('En cours')
  await page.getByLabel('Calendrier', { exact: true }).fill('Dès la fin des travaux')
  await page.getByLabel('Participation citoyenne', { exact: true }).selectOption('Concertation')
  await page.getByRole('button', { name: 'Ajouter un budget' }).click()
  await page.getByRole('menuitem').first().click()
  await page
    .getByRole('textbox', { name: /prévisionnel, total$/ })
    .first()
    .fill('12000')
  await page.keyboard.press('Tab')
  await page.getByRole('combobox', { name: 'Financeurs' }).fill('Ademe')
  await page.keyboard.press('Enter')
  await page.getByLabel('Montant (€ HT)').fill('5000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Retirer Ademe' })).toBeVisible()
  // Typed and not kept yet: still there after.
  await page.getByLabel('Calendrier', { exact: true }).fill('Dès la fin des travaux du pont')

  // Drawn before the browser looks at the page.
  const isDrawn = await page.evaluate(async () => {
    window.dispatchEvent(new Event('beforeprint'))
    await Promise.resolve()
    return document.body.textContent.includes('Imprimé le')
  })
  expect(isDrawn).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Imprimé le')).toBeVisible()
  const text = await seen(page)
  for (const words of [
    'Guichet unique de la rénovation de l’habitat',
    'Statut En cours',
    'Priorité',
    'Dates',
    'Calendrier Dès la fin des travaux',
    'Temps de mise en œuvre',
    'Services pilotes',
    'Pilotes',
    'Référents',
    'Indicateurs',
    'Emplacements',
    'Projet de territoire 2040',
    'Description',
    'Objectifs',
    'Moyens humains et techniques',
    'Financements',
    'Thématiques',
    'Effets attendus',

    'Cibles',
    'Structures',
    'Partenaires',
    'Instances de gouvernance',
    'Étiquettes',
    'Participation citoyenne Concertation',
    'Notes de suivi',
    'Sous-actions',
    'Budget',
    '12 000 €',
    'Ademe',
    '5 000 €',
    'Mesures liées',
    'Fiches liées',
  ])
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words)
  await expectPaper(page)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: null })
  await expect(page.getByLabel('Calendrier', { exact: true })).toHaveValue('Dès la fin des travaux du pont')

  await page.goto(plan)
  const line = page.getByRole('link', { name: 'Guichet unique de la rénovation de l’habitat' })
  await expect(line).toBeVisible()
  await page.getByRole('button', { name: 'Tout replier' }).click()
  await expect(line).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(line).toBeVisible()
  await expect(page.getByText('Imprimé le')).toBeVisible()
  await expectPaper(page)
})

test('« Imprimer » is where a fiche and a plan are acted on, for who reads them too', async ({ page, signIn }) => {
  await signIn('lecteur.blois')
  await page.evaluate(() => {
    window.print = () => (document.title = 'printed')
  })
  await page.getByRole('link', { name: 'Projet de territoire 2040' }).click()
  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Imprimer' }).click()
  await expect(page).toHaveTitle('printed')
  await page.getByRole('link', { name: 'Guichet unique de la rénovation de l’habitat' }).click()
  await expect(page).not.toHaveTitle('printed')
  await page.getByRole('button', { name: 'Imprimer' }).click()
  await expect(page).toHaveTitle('printed')
})
