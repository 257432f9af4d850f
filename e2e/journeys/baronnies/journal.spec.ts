import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { goToPlans } from '../../src/go-to-plans.ts'
import { openAs } from '../../src/open-as.ts'

// CC des Baronnies en Drôme Provençale: an admin who opens plans to services sees who did what.

const SIREN = '200068229'
const PLAN = 'Plan de mobilité simplifié'
const FICHE = 'Mettre deux voitures partagées sur la place de chaque bourg'
const EDITEUR = 'Sylvain Teyssier'

test('an admin reads who changed what, of the collectivité, of a plan and of a fiche', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.baronnies')
  await editeur.getByRole('link', { name: PLAN }).click()
  await editeur.getByRole('link', { name: FICHE }).click()
  await expect(editeur.getByText('Enregistré', { exact: true })).toBeVisible()
  const before = await editeur
    .getByLabel('Statut')
    .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)
  await editeur.getByLabel('Statut').selectOption('Bloqué')
  await editeur.getByLabel('Calendrier').fill('Après les vendanges')
  await editeur.getByLabel('Calendrier').blur()
  const ficheAddress = editeur.url()

  const admin = await openAs(browser, 'admin.baronnies', ficheAddress)
  await expect(admin.getByLabel('Calendrier')).toHaveValue('Après les vendanges')

  await test.step('of a fiche, from its page', async () => {
    await admin.getByRole('main').getByRole('link', { name: 'Journal' }).click()
    await expect(admin.getByRole('heading', { level: 1, name: 'Journal de la fiche' })).toBeVisible()
    const [calendrier, statut] = [
      admin.getByRole('main').getByRole('listitem').filter({ hasText: 'Après les vendanges' }),
      admin.getByRole('main').getByRole('listitem').filter({ hasText: 'Bloqué' }),
    ]
    await expect(calendrier).toContainText(EDITEUR)
    await expect(statut).toContainText(EDITEUR)
    if (before) await expect(statut.locator('s')).toHaveText(before)
    await expectAccessible(admin)
  })

  await test.step('of the collectivité, narrowed to somebody and to days, by the address', async () => {
    await admin.goto(`${server.url}/collectivites/${SIREN}/journal`)
    await expect(admin.getByText('Après les vendanges')).toBeVisible()
    // The demonstration came at once: it is summed up.
    const demonstration = admin.getByRole('main').getByRole('listitem').filter({ hasText: 'Pupitre' })
    await expect(demonstration.first()).toContainText(/fiches ajoutées/)
    await admin.getByRole('combobox', { name: 'Par' }).click()
    await admin.getByRole('option', { name: EDITEUR }).click()
    await expect(demonstration).toHaveCount(0)
    await expect(admin.getByText('Après les vendanges')).toBeVisible()
    await admin.reload()
    await expect(admin.getByText('Après les vendanges')).toBeVisible()
    await expect(demonstration).toHaveCount(0)
    await admin.getByLabel('Au', { exact: true }).fill('2020-01-01')
    await expect(admin.getByText('Rien ne répond à ces filtres')).toBeVisible()
    await expectAccessible(admin)
    await admin.getByRole('button', { name: 'Tout afficher' }).click()
    await expect(demonstration.first()).toBeVisible()
  })

  await test.step('all of a long act, on a page of its own', async () => {
    await admin.getByRole('link', { name: 'Voir l’acte entier' }).first().click()
    await expect(admin.getByRole('heading', { level: 1, name: 'Fait d’un seul coup' })).toBeVisible()
    await admin.getByRole('button', { name: 'Afficher la suite' }).click()
    await expectAccessible(admin)
  })

  await test.step('of a plan, from its page, and nothing to who may not read it', async () => {
    await editeur.goto(server.url)
    await goToPlans(editeur)
    await editeur.getByRole('link', { name: PLAN }).click()
    await editeur.getByRole('main').getByRole('link', { name: 'Journal' }).click()
    await expect(editeur.getByRole('heading', { level: 1, name: 'Journal du plan' })).toBeVisible()
    const address = editeur.url()
    const stranger = await openAs(browser, 'admin.erstein', address)
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(/introuvable/i)
    await stranger.context().close()
  })
  await admin.context().close()
})
