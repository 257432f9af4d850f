import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { drag, expectLines, line, stop } from '../../src/plan-tree.ts'
import {
  ACCES,
  ACCUEILLIR,
  CRECHES,
  DEPISTAGES,
  ENVIRONNEMENT,
  INTERNES,
  PLAN,
  RESTES,
  SANTE,
  START,
  VEILLE,
  order,
  openPlanForTwo,
} from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: an inter-service group rearranges a plan together. Each test puts back what it changes.

test('who renames what a colleague renames too is told, and loses no word', async ({
  page: editeur,
  signIn,
  browser,
}) => {
  const { admin, both } = await openPlanForTwo({ editeur, signIn, browser })

  const rename = async (page: Page, from: string) => {
    await page.getByRole('button', { name: `Actions sur ${from}` }).click()
    await page.getByRole('menuitem', { name: 'Renommer' }).click()
  }
  const nom = (page: Page) => page.getByLabel('Nom de l’axe')

  await test.step('two who rename the same axe at once: the last wins, each is told, and no word typed is lost', async () => {
    await rename(editeur, 'I.2 Aller vers')
    await nom(editeur).fill('I.2 Aller vers les quartiers')
    await rename(admin, 'I.2 Aller vers')
    await nom(admin).fill('I.2 Aller vers les villages')
    await admin.keyboard.press('Enter')
    await expect(editeur.getByRole('status').filter({ hasText: 'pendant que vous écrivez' })).toHaveText(
      /^Solène Guyot a renommé l’axe en «\sI\.2 Aller vers les villages\s» pendant/,
    )
    // Moved under the hand of who writes, besides.
    await drag(admin, { from: line(admin, 'I.2 Aller vers'), to: line(admin, 'Axe stratégique III'), at: 0.5 })
    await expectLines(
      [editeur],
      order(ACCES, ACCUEILLIR, INTERNES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE, DEPISTAGES),
    )
    await expect(nom(editeur)).toHaveValue('I.2 Aller vers les quartiers')
    await nom(editeur).press('Enter')
    await expect(stop(editeur, 'I.2 Aller vers les quartiers')).toBeVisible()
    await expect(stop(admin, 'I.2 Aller vers les quartiers')).toBeVisible()
    await expect(admin.getByRole('status').filter({ hasText: 'juste après vous' })).toHaveText(
      /^Romain Vautrin a renommé l’axe en «\sI\.2 Aller vers les quartiers\s» juste après vous/,
    )

    // A form opened and left as it was gives no old name back.
    await rename(editeur, 'I.2 Aller vers les quartiers')
    await rename(admin, 'I.2 Aller vers les quartiers')
    await nom(admin).fill('I.2 Aller vers')
    await admin.keyboard.press('Enter')
    await expect(stop(admin, 'I.2 Aller vers')).toHaveText(/^I\.2 Aller vers\d/)
    await expect(editeur.getByRole('status').filter({ hasText: 'pendant que vous écrivez' })).toHaveText(
      /«\sI\.2 Aller vers\s»/,
    )
    await nom(editeur).press('Enter')
    await expect(stop(editeur, 'I.2 Aller vers')).toHaveText(/^I\.2 Aller vers\d/)
    await drag(admin, { from: line(admin, 'I.2 Aller vers'), to: line(admin, 'Axe stratégique I.'), at: 0.5 })
    await expectLines(both, START)
  })

  await test.step('who goes back to an old name does not take back the one that a colleague gave since', async () => {
    await rename(editeur, 'I.2 Aller vers')
    await nom(editeur).fill('I.2 Aller vers tous')
    await nom(editeur).press('Enter')
    const undo = editeur.getByRole('status').filter({ hasText: 's’appelle «\u00a0I.2 Aller vers tous' })
    await expect(undo).toBeVisible()
    await expect(stop(admin, 'I.2 Aller vers tous')).toBeVisible()
    await rename(admin, 'I.2 Aller vers tous')
    await nom(admin).fill('I.2 Aller vers')
    await admin.keyboard.press('Enter')
    await expect(stop(editeur, 'I.2 Aller vers')).toHaveText(/^I\.2 Aller vers\d/)
    await undo.getByRole('button', { name: 'Annuler' }).click()
    await expect(editeur.getByText('Cet axe a été renommé «\u00a0I.2 Aller vers\u00a0» depuis')).toBeVisible()
    await expectLines(both, START)
  })

  await test.step('the name that one types is given back when a colleague deletes the axe', async () => {
    await rename(editeur, 'Axe stratégique II. ')
    await nom(editeur).fill('II. Un environnement pour tous')
    await admin.getByRole('button', { name: 'Actions sur Axe stratégique II. Un environnement favorable' }).click()
    await admin.getByRole('menuitem', { name: 'Supprimer…' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: 'Mettre à la corbeille' }).click()
    const kept = editeur.getByRole('alert').filter({ hasText: 'Solène Guyot a mis cet axe à la corbeille' })
    await expect(kept).toContainText('II. Un environnement pour tous')
    await expect(kept.getByRole('button', { name: 'Copier' })).toBeVisible()
    await admin
      .getByRole('status')
      .filter({ hasText: 'à la corbeille' })
      .getByRole('button', { name: 'Annuler' })
      .click()
    await expectLines(both, START)
  })

  await test.step('a plan renamed by a colleague says so, and settings opened before do not name it back', async () => {
    const settings = async (page: Page) => {
      await page.getByRole('button', { name: 'Actions sur le plan' }).click()
      await page.getByRole('menuitem', { name: 'Réglages du plan' }).click()
    }
    const save = async (page: Page) => {
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await settings(editeur)
    await expect(editeur.getByLabel('Nom du plan')).toHaveValue(PLAN)
    for (const nom of ['Contrat de santé', PLAN]) {
      await settings(admin)
      await admin.getByLabel('Nom du plan').fill(nom)
      await save(admin)
      await expect(editeur.getByRole('status').filter({ hasText: `a renommé le plan en «\u00a0${nom}` })).toBeVisible()
      if (nom === PLAN) continue
      await editeur.getByLabel('Fin').fill('2030-12-31')
      await save(editeur)
      await expect(editeur.getByRole('heading', { level: 1, name: nom })).toBeVisible()
      await editeur.reload()
      await expect(editeur.getByRole('heading', { level: 1, name: nom })).toBeVisible()
      await editeur.waitForLoadState('networkidle')
    }
    await expectLines(both, START)
  })

  await admin.context().close()
})
