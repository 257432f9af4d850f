import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { openAs } from '../../src/open-as.ts'
import { line } from '../../src/plan-tree.ts'

// CC des Baronnies en Drôme Provençale: an éditeur settles several fiches at once; an admin works on one of them meanwhile.

const PLAN = 'Plan de mobilité simplifié'
const FICHE = 'Mettre deux voitures partagées sur la place de chaque bourg'
const OTHER = 'Baliser une grande traversée cyclable de Nyons à Séderon'

test('several fiches are given the same change, looked at before, and taken back but what a colleague changed since', async ({
  page: editeur,
  signIn,
  browser,
}) => {
  await signIn('editeur.baronnies')
  await editeur.getByRole('link', { name: PLAN }).click()
  const dialog = editeur.getByRole('dialog')

  await test.step('the change is chosen, and what it would do is said', async () => {
    for (const name of [FICHE, OTHER]) await editeur.getByRole('checkbox', { name: `Sélectionner ${name}` }).check()
    const bar = editeur.getByRole('region', { name: 'Sélection' })
    await bar.getByRole('button', { name: 'Modifier…' }).click()
    await dialog.getByLabel('Statut').selectOption('En pause')
    await dialog.getByRole('button', { name: 'Ajouter ou retirer dans une liste' }).click()
    await dialog.getByRole('combobox', { name: 'Liste' }).selectOption('Cibles')
    await dialog.getByRole('combobox', { name: 'Éléments' }).click()
    await editeur.getByRole('option', { name: 'Élus locaux' }).click()
    await editeur.keyboard.press('Tab')
    await expectAccessible(editeur)
    await dialog.getByRole('button', { name: 'Prévisualiser' }).click()
    await expect(dialog.getByText(/^2\s+fiches changeront\.$/)).toBeVisible()
    await expectAccessible(editeur)
  })

  await test.step('it is done at once', async () => {
    await dialog.getByRole('button', { name: /^Modifier 2\s+fiches$/ }).click()
    await expect(dialog).toBeHidden()
    for (const name of [FICHE, OTHER]) await expect(line(editeur, name)).toContainText('En pause')
  })

  await test.step('its undoing leaves what a colleague changed since', async () => {
    const admin = await openAs(browser, 'admin.baronnies', editeur.url())
    await admin.getByRole('link', { name: FICHE }).click()
    await admin.getByLabel('Statut').selectOption('Bloqué')
    await expect(line(editeur, FICHE)).toContainText('Bloqué')
    await editeur.getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect(editeur.getByText(/^2\s+fiches rétablies/)).toBeVisible()
    await expect(line(editeur, FICHE)).toContainText('Bloqué')
    await expect(line(editeur, OTHER)).toContainText('À discuter')
    await admin.context().close()
  })

  await test.step('the journal takes the undoing back in turn', async () => {
    await editeur.getByRole('link', { name: OTHER }).click()
    await editeur.getByRole('main').getByRole('link', { name: 'Journal' }).click()
    await editeur.getByRole('link', { name: 'Voir l’acte entier' }).first().click()
    await editeur.getByRole('button', { name: 'Annuler cet acte' }).click()
    await expect(dialog).toBeVisible()
    await expectAccessible(editeur)
    await dialog.getByRole('button', { name: 'Annuler cet acte' }).click()
    await expect(editeur.getByText(/^2\s+fiches rétablies\.$/)).toBeVisible()
  })
})
