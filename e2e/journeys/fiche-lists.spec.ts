import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'
import { openAs } from '../src/open-as.ts'

// The lists of a fiche, for two agents at once: notes de suivi, budget, sous-actions; and what a reader sees of them.

const PLAN = 'SPASER 2025-2028'
const FICHE = /^Exiger un bilan des déblais/
const OTHER_FICHE = 'Réserver des lots aux structures de l’insertion et du handicap'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const isSaved = (page: Page) => expect(page.getByText('Enregistré', { exact: true })).toBeVisible()

test('two agents fill the lists of a fiche in together, and a reader reads them', async ({
  page: alice,
  signIn,
  browser,
}) => {
  await signIn('editeur.lacq')
  await alice.getByRole('link', { name: PLAN }).click()
  await alice.getByRole('link', { name: FICHE }).click()
  await isSaved(alice)
  const bruno = await openAs(browser, 'admin.lacq', alice.url())
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
    // Who paid once is suggested from then on, accents apart.
    await section(bruno, 'Financeurs').getByRole('combobox', { name: 'Financeurs' }).fill('region nouv')
    await expect(bruno.getByRole('option', { name: 'Région Nouvelle-Aquitaine' })).toBeVisible()
    await bruno.keyboard.press('ArrowDown')
    await bruno.keyboard.press('Enter')
    await section(bruno, 'Financeurs').getByLabel('Montant (€ HT)').fill('1 234,5')
    await bruno.keyboard.press('Enter')
    await expect(
      section(alice, 'Financeurs')
        .getByLabel(/^Montant de Région/)
        .last(),
    ).toHaveValue(/^1\s234,50\s€$/)
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

  await test.step('a fiche that exists becomes a sous-action, and a fiche again, for both', async () => {
    const attached = section(bruno, 'Sous-actions').getByRole('link', { name: OTHER_FICHE })
    const attach = async () => {
      await alice.getByRole('button', { name: 'Rattacher une fiche existante' }).click()
      await alice.getByLabel('Fiche', { exact: true }).fill(OTHER_FICHE)
      await alice.getByRole('option', { name: OTHER_FICHE }).click()
      await alice.getByRole('button', { name: 'Rattacher', exact: true }).click()
      await expect(alice.getByRole('dialog')).toBeHidden()
    }
    await attach()
    await expect(attached).toBeVisible()
    await alice.getByRole('button', { name: `Sortir ${OTHER_FICHE} de cette fiche` }).click()
    await expect(attached).toHaveCount(0)
    // Taken back, then done again from its own page.
    await alice.getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect(attached).toBeVisible()
    await section(alice, 'Sous-actions').getByRole('link', { name: OTHER_FICHE }).click()
    await alice.getByRole('button', { name: 'Sortir de cette fiche' }).click()
    await expect(alice.getByRole('region', { name: 'Emplacements' }).getByRole('link', { name: PLAN })).toBeVisible()
    await expect(attached).toHaveCount(0)
    await alice.goto(bruno.url())
    await isSaved(alice)
  })

  await test.step('axe finds nothing, wide and narrow, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        await bruno.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await bruno.setViewportSize({ width, height: 900 })
        await expectAccessible(bruno)
      }
    }
  })

  await test.step('a reader reads all of it, and is offered nothing to change', async () => {
    const reader = await openAs(browser, 'lecteur.lacq', alice.url())
    await expect(reader.getByText('Lecture seule')).toBeVisible()
    await expect(section(reader, 'Notes de suivi')).toContainText('cahier des charges. À suivre.')
    await expect(section(reader, 'Budget').getByRole('cell', { name: /^12\s500\s€$/ })).toHaveCount(2)
    await expect(section(reader, 'Financeurs')).toContainText(/Région Nouvelle-Aquitaine.*5\s000\s€/)
    await expect(section(reader, 'Financeurs')).toContainText(/1\s234,50\s€/)
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
  await expect(dialog.getByLabel('Nom du champ Clause sociale')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: FICHE }).click()
  await isSaved(page)
  await section(page, 'Champs du plan').getByLabel('Clause sociale').selectOption('Oui')
  await expect.poll(() => storedChoice(page)).toBe('Oui')
  await expectAccessible(page)

  await test.step('it is renamed, moved by the keyboard, and its choices are edited: what would go is said', async () => {
    const fiche = page.url()
    await page.getByRole('link', { name: PLAN }).first().click()
    await page.getByRole('button', { name: 'Actions sur le plan' }).click()
    await page.getByRole('menuitem', { name: 'Champs propres aux fiches' }).click()
    await dialog.getByLabel('Nom du nouveau champ').fill('Élu référent')
    await dialog.getByLabel('Type').selectOption('Texte')
    await dialog.getByRole('button', { name: 'Ajouter le champ' }).click()
    await dialog.getByRole('button', { name: 'Monter Élu référent' }).press('Enter')
    await expect(dialog.getByLabel(/^Nom du champ/).first()).toHaveValue('Élu référent')
    await dialog.getByLabel('Nom du champ Clause sociale').fill('Clause d’insertion')
    await dialog.getByLabel('Nom du champ Clause sociale').press('Enter')
    await expect(dialog.getByLabel('Nom du champ Clause d’insertion')).toBeVisible()
    await dialog.getByLabel(/^Choix «\sOui\s»/).fill('Oui, partout')
    await dialog.getByLabel(/^Choix «\sOui\s»/).press('Enter')
    await dialog.getByLabel(/^Nouveau choix de/).fill('À étudier')
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel(/^Choix «\sÀ étudier\s»/)).toBeVisible()
    await dialog.getByLabel(/^Choix «\sNon\s»/).fill('à étudier')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('« À étudier » existe déjà.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Supprimer le choix Non' }).click()
    await dialog.getByRole('button', { name: 'Supprimer', exact: true }).click()
    await expect(dialog.getByLabel(/^Choix «\sNon\s»/)).toHaveCount(0)

    await page.goto(fiche)
    const clause = section(page, 'Champs du plan').getByLabel('Clause d’insertion')
    await expect(clause.locator('option:checked')).toHaveText('Oui, partout')
    await expect(clause.locator('option')).toHaveText(['Non renseigné', 'Oui, partout', 'À étudier'])

    await page.getByRole('link', { name: PLAN }).first().click()
    await page.getByRole('button', { name: 'Actions sur le plan' }).click()
    await page.getByRole('menuitem', { name: 'Champs propres aux fiches' }).click()
    await dialog.getByRole('button', { name: 'Supprimer le choix Oui, partout' }).click()
    await dialog.getByRole('button', { name: /^Supprimer, avec 1\svaleur$/ }).click()
    await expect(dialog.getByLabel(/^Choix «\sOui, partout\s»/)).toHaveCount(0)
    await page.goto(fiche)
    await expect(clause).toHaveValue('')
  })
})

test('the older notes of a fiche are shown on demand, and one without a text yet is written by two', async ({
  page: alice,
  signIn,
  browser,
}) => {
  await signIn('editeur.lacq')
  await alice.getByRole('link', { name: PLAN }).click()
  await alice.getByRole('link', { name: OTHER_FICHE }).click()
  await isSaved(alice)
  // As the API and the import create them: rows whose text was never put in the fiche's document.
  const uuid = alice.url().split('/').at(-1)
  const { fiche } = await graphql(alice, 'query ($uuid: UUID!) { fiche(uuid: $uuid) { id } }', { uuid })
  for (let day = 1; day <= 12; day += 1) {
    const input = { ficheId: fiche.id, date: `2024-01-${String(day).padStart(2, '0')}` }
    await graphql(alice, 'mutation ($input: CreateFicheNoteInput!) { createFicheNote(input: $input) { __typename } }', {
      input,
    })
  }
  const bruno = await openAs(browser, 'admin.lacq', alice.url())
  for (const page of [alice, bruno]) {
    await expect(page.getByRole('textbox', { name: /^Note du/ })).toHaveCount(10)
    await expect(page.getByRole('link', { name: 'Notes de suivi (12)' })).toBeVisible()
    await page.getByRole('button', { name: 'Voir les notes plus anciennes (2)' }).click()
    await expect(page.getByRole('textbox', { name: /^Note du/ })).toHaveCount(12)
    await expect(page.getByRole('button', { name: /notes plus anciennes/ })).toHaveCount(0)
  }
  const oldest = (page: Page) => page.getByRole('textbox', { name: /^Note du 1er\sjanvier\s2024$/ })
  await oldest(alice).click()
  await alice.keyboard.type('Lancement.')
  await expect(oldest(bruno)).toHaveText('Lancement.')
  await oldest(bruno).click()
  await bruno.keyboard.press('Control+End')
  await bruno.keyboard.type(' Bien reçu.')
  await expect(oldest(alice)).toHaveText('Lancement. Bien reçu.')
  await bruno.context().close()
})

async function storedChoice(page: Page): Promise<string | undefined> {
  const query = 'query ($uuid: UUID!) { fiche(uuid: $uuid) { champsPropres { choix { nom } } } }'
  const { fiche } = await graphql(page, query, { uuid: page.url().split('/').at(-1) })
  return fiche.champsPropres[0]?.choix?.nom
}

interface Answer {
  fiche: { id: string; champsPropres: { choix: { nom: string } | null }[] }
}

async function graphql(page: Page, query: string, variables: object): Promise<Answer> {
  const response = await page.request.post(new URL('/graphql', page.url()).href, { data: { query, variables } })
  const body: { data: Answer } = await response.json()
  return body.data
}
