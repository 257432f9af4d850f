import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible, expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../src/expect-accessible.ts'

// An éditeur keeps the shape of a plan, and begins another from it.

test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('a plan is kept as a model, another is begun from it, then the model is renamed and deleted', async ({
  page,
  signIn,
}) => {
  await signIn('editeur.lacq')
  const plans = page.url()
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  const tree = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(tree).not.toHaveCount(0)
  const axes = await tree.allInnerTexts()
  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Enregistrer comme modèle…' }).click()
  await page.getByLabel('Nom du modèle').fill('SPASER type')
  await page.getByLabel('Avec les titres des fiches').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click()
  await expect(page.getByText('est parmi les modèles', { exact: false })).toBeVisible()

  await page.goto(plans)
  await page.getByRole('button', { name: 'Créer un plan' }).first().click()
  await page.getByLabel('À partir d’un modèle').selectOption({ label: 'SPASER type' })
  await expectAccessibleInAll(page)
  await page.getByLabel('Nom du plan').fill('SPASER 2029-2032')
  await page.getByRole('button', { name: 'Créer le plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'SPASER 2029-2032' })).toBeVisible()
  await expect.poll(() => tree.allInnerTexts()).toEqual(axes)

  await page.goto(plans)
  await page.getByRole('button', { name: 'Modèles' }).click()
  await page.getByRole('button', { name: 'Renommer SPASER type' }).click()
  await page.getByLabel('Nom du modèle').fill('SPASER modèle')
  await page.getByRole('button', { name: 'Renommer', exact: true }).click()
  await expect(page.getByText('SPASER modèle', { exact: true })).toBeVisible()
  await expectAccessibleInAll(page)
  await page.getByRole('button', { name: 'Supprimer SPASER modèle' }).click()
  await page.getByRole('button', { name: 'Supprimer le modèle' }).click()
  await expect(page.getByText('Il n’y a plus de modèle', { exact: false })).toBeVisible()
})
