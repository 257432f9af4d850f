import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'
import { openAs } from '../src/open-as.ts'

// The fields, sets and relations of a fiche, for two agents at once who never reload; and what a reader sees of them.

const PLAN = 'CRTE du bassin de Lacq et d’Orthez'
const FICHE = 'Récupérer la chaleur industrielle pour chauffer Mourenx'
const ALICE = 'Bastien Laborde'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
/** The names that a set of the page holds, without its suggestions. */
const pills = (page: Page, label: string) =>
  page.locator('.mantine-InputWrapper-root', { has: field(page, label) }).locator('.mantine-Pill-label')
const isSaved = (page: Page) => expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
const notice = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

async function addName(page: Page, label: string, nom: string) {
  await field(page, label).fill(nom)
  await field(page, label).press('Enter')
}

test('two agents fill the fields of a fiche in together', async ({ page: alice, signIn, browser }) => {
  await signIn('editeur.lacq')
  await alice.getByRole('link', { name: PLAN }).click()
  await alice.getByRole('link', { name: FICHE }).click()
  await isSaved(alice)
  const bruno = await openAs(browser, 'admin.lacq', alice.url())
  await isSaved(bruno)

  await test.step('who is in a field is seen in it by the other, until they leave it', async () => {
    await field(alice, 'Priorité').focus()
    const priorite = bruno.locator('label', { hasText: /^Priorité$/ }).locator('..')
    await expect(priorite.getByText(`${ALICE} est ici`)).toBeAttached()
    await expect(bruno.getByText(`${ALICE} est ici`)).toHaveCount(1)
    await field(alice, 'Calendrier').focus()
    await expect(priorite.getByText(`${ALICE} est ici`)).toHaveCount(0)
    await field(alice, 'Calendrier').blur()
    await expect(bruno.getByText(`${ALICE} est ici`)).toHaveCount(0)
  })

  await test.step('what one changes is on the page of the other, who is told by whom', async () => {
    await field(alice, 'Statut').selectOption('En cours')
    await expect(field(bruno, 'Statut')).toHaveValue('EN_COURS')
    await expect(notice(bruno, `${ALICE} a changé le statut.`)).toBeVisible()
    await field(alice, 'Priorité').selectOption('Moyen')
    await expect(field(bruno, 'Priorité')).toHaveValue('MOYEN')
    await field(alice, 'Début').fill('2025-03-01')
    await field(alice, 'Fin').fill('2027-12-31')
    await field(alice, 'Fin').press('Enter')
    await expect(field(bruno, 'Début')).toHaveValue('2025-03-01')
    await expect(field(bruno, 'Fin')).toHaveValue('2027-12-31')
    await alice.getByLabel('L’action se répète tous les ans').check()
    await expect(bruno.getByLabel('L’action se répète tous les ans')).toBeChecked()
    await field(alice, 'Calendrier').fill('Dès la fin des travaux')
    await field(alice, 'Calendrier').blur()
    await expect(field(bruno, 'Calendrier')).toHaveValue('Dès la fin des travaux')
    await field(alice, 'Temps de mise en œuvre').selectOption('Plus de 2 ans')
    await expect(field(bruno, 'Temps de mise en œuvre')).toHaveValue('PLUS_DE_DEUX_ANS')
    await field(alice, 'Participation citoyenne').selectOption('Concertation')
    await expect(field(bruno, 'Participation citoyenne')).toHaveValue('CONCERTATION')
    // One notice that counts, not seven.
    await expect(notice(bruno, `${ALICE} a changé`)).toHaveCount(1)
    await expect(notice(bruno, /a changé \d champs\./)).toBeVisible()
  })

  await test.step('both add to the same sets at once, new names too: both are kept', async () => {
    for (const label of ['Pilotes', 'Référents', 'Étiquettes', 'Partenaires']) {
      await Promise.all([addName(alice, label, `${label} d’Alice`), addName(bruno, label, `${label} de Bruno`)])
      for (const page of [alice, bruno]) {
        await expect(pills(page, label).filter({ hasText: `${label} d’Alice` })).toBeVisible()
        await expect(pills(page, label).filter({ hasText: `${label} de Bruno` })).toBeVisible()
      }
    }
    const choose = async (page: Page, label: string, option: string) => {
      await field(page, label).fill(option)
      await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible()
      // By the keyboard: what the other adds moves the list.
      await field(page, label).press('ArrowDown')
      await field(page, label).press('Enter')
    }
    for (const [label, one, other] of [
      ['Thématiques', 'Énergie et climat', 'Activités économiques'],
      ['Cibles', 'Grand public', 'Associations'],
      ['Effets attendus', 'Sobriété', 'Bénéfique pour la santé'],
    ] as const) {
      await Promise.all([choose(alice, label, one), choose(bruno, label, other)])
      for (const page of [alice, bruno]) {
        await expect(pills(page, label).filter({ hasText: one })).toBeVisible()
        await expect(pills(page, label).filter({ hasText: other })).toBeVisible()
      }
    }
  })

  await test.step('what one takes out of a set goes from the page of the other, and the rest stays', async () => {
    await pills(alice, 'Étiquettes')
      .filter({ hasText: 'de Bruno' })
      .locator('..')
      .getByRole('button', { includeHidden: true })
      .click()
    await expect(pills(bruno, 'Étiquettes')).toHaveText(['Étiquettes d’Alice'])
  })

  await test.step('two different fields changed at once both win', async () => {
    await Promise.all([
      field(alice, 'Statut').selectOption('En pause'),
      field(bruno, 'Temps de mise en œuvre').selectOption('1 à 2 ans'),
    ])
    for (const page of [alice, bruno]) {
      await expect(field(page, 'Statut')).toHaveValue('EN_PAUSE')
      await expect(field(page, 'Temps de mise en œuvre')).toHaveValue('UN_A_DEUX_ANS')
    }
  })

  await test.step('on the same field the last wins, and the other is told who changed it', async () => {
    await field(alice, 'Priorité').selectOption('Élevé')
    await expect(field(bruno, 'Priorité')).toHaveValue('ELEVE')
    await field(bruno, 'Priorité').selectOption('Bas')
    await expect(
      notice(alice, /^Maylis Casaubon a changé .*la priorité juste après vous\s: son choix est gardé\.$/),
    ).toBeVisible()
    for (const page of [alice, bruno]) await expect(field(page, 'Priorité')).toHaveValue('BAS')
    await expect(notice(bruno, 'juste après vous')).toHaveCount(0)
  })

  await test.step('a choice is made by the keyboard alone', async () => {
    await field(alice, 'Statut').focus()
    await alice.keyboard.press('Tab')
    await expect(field(alice, 'Priorité')).toBeFocused()
    await alice.keyboard.type('Moyen')
    await expect(field(bruno, 'Priorité')).toHaveValue('MOYEN')
    await field(alice, 'Effets attendus').focus()
    await alice.keyboard.type('Biodiv')
    await alice.keyboard.press('ArrowDown')
    await alice.keyboard.press('Enter')
    await expect(pills(bruno, 'Effets attendus').filter({ hasText: 'biodiversité' })).toBeVisible()
  })

  await test.step('a refused change goes back to what it was, and says what to do', async () => {
    await field(alice, 'Fin').fill('2024-01-01')
    await field(alice, 'Fin').press('Enter')
    const alert = alice.getByRole('alert').filter({ hasText: 'Rien n’a changé' })
    await expect(alert).toContainText('La date de fin précède la date de début : changez l’une des deux.')
    await expect(field(alice, 'Fin')).toHaveValue('2027-12-31')
    await alert.getByRole('button').click()
    await expect(alert).toHaveCount(0)
  })

  await test.step('so does a change made while the server is away', async () => {
    await alice.route('**/graphql', (route) => route.abort())
    await field(alice, 'Statut').selectOption('Réalisé')
    const alert = alice.getByRole('alert').filter({ hasText: 'Rien n’a changé' })
    await expect(alert).toContainText('Vérifiez votre connexion, puis réessayez.')
    await expect(field(alice, 'Statut')).toHaveValue('EN_PAUSE')
    await alice.unroute('**/graphql')
    await alert.getByRole('button').click()
    await field(alice, 'Statut').selectOption('Réalisé')
    await expect(field(bruno, 'Statut')).toHaveValue('REALISE')
  })

  await test.step('a reader reads all of it, live, and no control is offered', async () => {
    const reader = await openAs(browser, 'lecteur.lacq', alice.url())
    await expect(reader.getByText('Lecture seule')).toBeVisible()
    const main = reader.getByRole('main')
    for (const text of [
      'Réalisé',
      'Dès la fin des travaux',
      '1 à 2 ans',
      'Concertation',
      'Étiquettes d’Alice',
      'Activités économiques',
    ]) {
      await expect(main.getByText(text).first()).toBeVisible()
    }
    await expect(main.locator('input, select, textarea, [contenteditable="true"]')).toHaveCount(0)
    await expect(main.getByRole('button')).toHaveText(['Imprimer'])
    await field(alice, 'Statut').selectOption('Bloqué')
    await expect(main.getByText('Bloqué', { exact: true }).first()).toBeVisible()
    await expectAccessible(reader)
    await reader.context().close()
  })

  await test.step('axe finds nothing, wide and narrow, light and dark', async () => {
    await field(bruno, 'Effets attendus').blur()
    await expect(bruno.getByRole('listbox')).toHaveCount(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        await bruno.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await bruno.setViewportSize({ width, height: 900 })
        await expectAccessible(bruno)
      }
    }
  })

  await bruno.context().close()
})
