import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { openAs } from '../../src/open-as.ts'

// CC des Baronnies en Drôme Provençale: an admin opens one plan to named services, for reading, commenting, contributing or
// editing, and sees them work there and nowhere else.

const PLAN = 'Plan de mobilité simplifié'
const FICHE = 'Mettre deux voitures partagées sur la place de chaque bourg'
const SHARED_FICHE = 'Organiser un transport solidaire par des conducteurs bénévoles'
const SERVICE = 'Services à la population'

const notFound = (page: Page) => page.getByRole('heading', { name: /introuvable/i })
const given = (page: Page) => page.getByRole('list', { name: 'Accès donnés' })

async function give(page: Page, { to, niveau }: { to: string; niveau: string }) {
  const form = page.getByRole('form', { name: 'Donner un accès' })
  await form.getByRole('combobox', { name: 'À qui' }).fill(to)
  await page.getByRole('option', { name: to }).click()
  await form.getByLabel('Pour').selectOption(niveau)
  await form.getByRole('button', { name: 'Donner l’accès' }).click()
  await expect(given(page).getByRole('listitem').filter({ hasText: to })).toBeVisible()
}

test('an admin opens a restricted plan to a service, level by level, and closes it again', async ({
  page: admin,
  signIn,
  browser,
}) => {
  await signIn('admin.baronnies')
  await admin.getByRole('link', { name: PLAN }).click()
  await admin.getByRole('button', { name: 'Accès', exact: true }).click()
  await admin.getByRole('radio', { name: /^Les admins et qui y a reçu un accès/ }).check()
  await admin.getByRole('button', { name: 'Enregistrer' }).click()
  const address = admin.url()

  const contributrice = await openAs(browser, 'contributeur.baronnies', address)
  await expect(notFound(contributrice)).toBeVisible()

  await test.step('for reading', async () => {
    await admin.getByRole('button', { name: 'Plan restreint' }).click()
    await admin.getByRole('tab', { name: 'Accès donnés' }).click()
    await expect(admin.getByText('Aucun accès donné')).toBeVisible()
    await expectAccessible(admin)
    await give(admin, { to: SERVICE, niveau: 'Lire' })
    await expectAccessible(admin)
    await contributrice.reload()
    await contributrice.getByRole('link', { name: FICHE }).click()
    await expect(contributrice.getByText('Lecture seule', { exact: true })).toBeVisible()
  })

  await test.step('then for contributing, on the page that is open', async () => {
    await admin.getByLabel(`Ce que peut ${SERVICE}`).selectOption('Contribuer')
    await expect(contributrice.getByText('Enregistré', { exact: true })).toBeVisible()
    await contributrice.getByLabel('Calendrier').fill('À la rentrée')
    await contributrice.getByLabel('Calendrier').blur()
    await contributrice.reload()
    await expect(contributrice.getByLabel('Calendrier')).toHaveValue('À la rentrée')
  })

  await test.step('taken back, given again by the offer to undo, and taken back for good', async () => {
    await admin.getByRole('button', { name: `Retirer l’accès de ${SERVICE}` }).click()
    await expect(notFound(contributrice)).toBeVisible()
    await admin.getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect(given(admin)).toContainText(SERVICE)
    await contributrice.reload()
    await expect(contributrice.getByLabel('Calendrier')).toHaveValue('À la rentrée')
    await admin.getByRole('button', { name: `Retirer l’accès de ${SERVICE}` }).click()
    await expect(notFound(contributrice)).toBeVisible()
  })
  await contributrice.context().close()

  await test.step('and the plan is everybody’s again', async () => {
    await admin.getByRole('tab', { name: 'Par le rôle' }).click()
    await admin.getByRole('radio', { name: /^Tous les membres/ }).check()
    await admin.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(admin.getByRole('dialog')).toBeHidden()
  })
})

test('somebody of another collectivité finds what is opened to their address, and nothing else', async ({
  page: admin,
  signIn,
  browser,
  server,
}) => {
  await signIn('admin.baronnies')
  await admin.getByRole('link', { name: PLAN }).click()
  await admin.getByRole('link', { name: SHARED_FICHE }).click()
  await admin.getByRole('button', { name: /^(Visibilité|Restreinte)/ }).click()
  await admin.getByRole('menuitem', { name: 'Accès donnés…' }).click()
  await give(admin, { to: 'editeur.lacq@demo.pupitre.test', niveau: 'Contribuer' })

  const ailleurs = await openAs(browser, 'editeur.lacq', server.url)
  await ailleurs.getByRole('button', { name: 'Compte de' }).click()
  await ailleurs.getByRole('menuitem', { name: 'Partagés avec moi' }).click()
  await expect(ailleurs.getByRole('heading', { level: 1, name: 'Partagés avec moi' })).toBeVisible()
  await expectAccessible(ailleurs)
  await ailleurs.getByRole('link', { name: SHARED_FICHE }).click()
  await expect(ailleurs.getByText('Enregistré', { exact: true })).toBeVisible()
  await ailleurs.getByLabel('Statut').selectOption('Bloqué')
  await expect(admin.getByLabel('Statut')).toHaveValue('BLOQUE')
  // The plan that holds it is not named to them.
  await expect(ailleurs.getByText(PLAN)).toHaveCount(0)

  await admin.getByRole('button', { name: /^Retirer l’accès de/ }).click()
  await expect(notFound(ailleurs)).toBeVisible()
  await ailleurs.context().close()
})
