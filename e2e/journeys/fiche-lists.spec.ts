import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// The lists of a fiche, for two agents at once: notes de suivi, budget, sous-actions; and what a reader sees of them.

const PLAN = 'SPASER 2025-2028'
const FICHE = /^Exiger un bilan des déblais/

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const isSaved = (page: Page) => expect(page.getByText('Enregistré', { exact: true })).toBeVisible()

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

test('two agents fill the lists of a fiche in together, and a reader reads them', async ({
  page: alice,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.lacq')
  await alice.getByRole('link', { name: PLAN }).click()
  await alice.getByRole('link', { name: FICHE }).click()
  await isSaved(alice)
  const path = new URL(alice.url()).pathname
  const open = async (account: string, viewport = { width: 1440, height: 900 }) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${server.url}/connexion?retour=${path}`)
    await fillSignIn(page, account)
    return page
  }
  const bruno = await open('admin.lacq')
  await isSaved(bruno)

  await test.step('a note written by one appears live for the other, with its text', async () => {
    await section(alice, 'Notes de suivi').getByRole('button', { name: 'Ajouter une note' }).click()
    const note = alice.getByRole('textbox', { name: /^Note du/ })
    await expect(note).toBeFocused()
    await alice.keyboard.type('Le comité a validé le cahier des charges.')
    await expect(bruno.getByRole('textbox', { name: /^Note du/ })).toHaveText(
      'Le comité a validé le cahier des charges.',
    )
    await bruno.getByRole('textbox', { name: /^Note du/ }).click()
    await bruno.keyboard.press('Control+End')
    await bruno.keyboard.type(' À suivre.')
    await expect(note).toHaveText('Le comité a validé le cahier des charges. À suivre.')
  })

  await test.step('it is deleted and comes back with its text', async () => {
    await alice.getByRole('button', { name: /^Supprimer la note du/ }).click()
    await expect(bruno.getByRole('textbox', { name: /^Note du/ })).toHaveCount(0)
    await alice.getByRole('button', { name: 'Annuler', exact: true }).click()
    for (const page of [alice, bruno]) {
      await expect(page.getByRole('textbox', { name: /^Note du/ })).toHaveText(/cahier des charges\. À suivre\.$/)
    }
  })

  await test.step('both add a budget line at once: both are kept, and totals say so', async () => {
    for (const page of [alice, bruno]) {
      await section(page, 'Budget').getByRole('button', { name: 'Ajouter un budget' }).click()
      await page.getByRole('menuitem', { name: /^Investissement, €.HT$/ }).click()
    }
    const year = new Date().getFullYear()
    const cell = (page: Page, nature: string, row: string | number) =>
      page.getByRole('textbox', { name: new RegExp(`^Investissement, €.HT, ${nature}, ${row}$`) })
    await cell(alice, 'prévisionnel', year).fill('12 500')
    await cell(bruno, 'réel', year).fill('8000,50')
    await Promise.all([cell(alice, 'prévisionnel', year).press('Enter'), cell(bruno, 'réel', year).press('Enter')])
    for (const page of [alice, bruno]) {
      await expect(cell(page, 'prévisionnel', year)).toHaveValue(/^12\s500\s€$/)
      await expect(cell(page, 'réel', year)).toHaveValue(/^8\s000,50\s€$/)
      await expect(cell(page, 'réel', 'total')).toHaveAttribute('placeholder', /^8\s000,50\s€$/)
    }
  })

  await test.step('financeurs and measures are added', async () => {
    await section(alice, 'Financeurs').getByRole('combobox', { name: 'Financeurs' }).fill('Région Nouvelle-Aquitaine')
    await alice.keyboard.press('Enter')
    await section(alice, 'Financeurs').getByLabel('Montant (€ HT)').fill('5000')
    await section(alice, 'Financeurs').getByRole('button', { name: 'Ajouter', exact: true }).click()
    await expect(section(bruno, 'Financeurs').getByText('Région Nouvelle-Aquitaine')).toBeVisible()
    await section(bruno, 'Mesures liées').getByLabel('Titre de la mesure').fill('Acheter responsable')
    await section(bruno, 'Mesures liées').getByLabel('Code').fill('cae 5.1.1')
    await bruno.keyboard.press('Enter')
    await expect(section(alice, 'Mesures liées').getByText('Acheter responsable')).toBeVisible()
  })

  await test.step('sous-actions are created, ordered by the keyboard, and opened', async () => {
    const add = section(alice, 'Sous-actions').getByLabel('Nouvelle sous-action')
    for (const titre of ['Rédiger la clause', 'Former les acheteurs']) {
      await add.fill(titre)
      await alice.keyboard.press('Enter')
      await expect(section(bruno, 'Sous-actions').getByRole('link', { name: titre })).toBeVisible()
    }
    await alice.getByRole('button', { name: 'Monter Former les acheteurs' }).focus()
    await alice.keyboard.press('Enter')
    await expect(section(bruno, 'Sous-actions').getByRole('link')).toHaveText([
      'Former les acheteurs',
      'Rédiger la clause',
    ])
  })

  await test.step('axe finds nothing, wide and narrow, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        await bruno.emulateMedia({ colorScheme })
        await bruno.setViewportSize({ width, height: 900 })
        await expectAccessible(bruno)
      }
    }
  })

  await test.step('a reader reads all of it, and is offered nothing to change', async () => {
    const reader = await open('lecteur.lacq')
    await expect(reader.getByText('Lecture seule')).toBeVisible()
    await expect(section(reader, 'Notes de suivi')).toContainText('cahier des charges. À suivre.')
    await expect(section(reader, 'Budget').getByRole('cell', { name: /^12\s500\s€$/ })).toHaveCount(2)
    await expect(section(reader, 'Financeurs')).toContainText(/Région Nouvelle-Aquitaine.*5\s000\s€/)
    for (const name of ['Notes de suivi', 'Sous-actions', 'Budget', 'Financeurs', 'Mesures liées']) {
      await expect(section(reader, name).getByRole('button')).toHaveCount(0)
    }
    await expectAccessible(reader)
    await reader.context().close()
  })

  await test.step('the sous-action opens, and leads back to its fiche', async () => {
    await section(alice, 'Sous-actions').getByRole('link', { name: 'Rédiger la clause' }).click()
    await isSaved(alice)
    await expect(alice.getByText(/^Sous-action de/)).toBeVisible()
    await expect(section(alice, 'Sous-actions')).toHaveCount(0)
    await alice.getByRole('link', { name: FICHE }).click()
    await isSaved(alice)
  })

  await bruno.context().close()
})

test('a plan adds a field to its fiches, which is filled in on each', async ({ page, signIn }) => {
  await signIn('editeur.lacq')
  await page.getByRole('link', { name: PLAN }).click()
  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Champs propres aux fiches' }).click()
  const dialog = page.getByRole('dialog', { name: 'Champs propres aux fiches' })
  await dialog.getByLabel('Nom du nouveau champ').fill('Clause sociale')
  await dialog.getByLabel('Type').selectOption('Choix dans une liste')
  await dialog.getByLabel('Choix', { exact: true }).fill('Oui\nNon')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Ajouter le champ' }).click()
  await expect(dialog.getByText('Clause sociale')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: FICHE }).click()
  await isSaved(page)
  await section(page, 'Champs du plan').getByLabel('Clause sociale').selectOption('Oui')
  await expect.poll(() => storedChoice(page)).toBe('Oui')
  await expectAccessible(page)
})

async function storedChoice(page: Page): Promise<string | undefined> {
  const response = await page.request.post(new URL('/graphql', page.url()).href, {
    data: {
      query: 'query ($uuid: UUID!) { fiche(uuid: $uuid) { champsPropres { choix { nom } } } }',
      variables: { uuid: page.url().split('/').at(-1) },
    },
  })
  const body: { data: { fiche: { champsPropres: { choix: { nom: string } | null }[] } } } = await response.json()
  return body.data.fiche.champsPropres[0]?.choix?.nom
}
