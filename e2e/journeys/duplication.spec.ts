import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'
import { description, said } from '../src/fiche-page.ts'

// An éditeur begins next year's plan from this year's.

test('a plan is duplicated with its axes, its fiches and their texts, and what is written in the copy stays there', async ({
  page,
  signIn,
}) => {
  await signIn('editeur.lacq')
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  const title = /^Exiger un bilan des déblais/
  await page.getByRole('link', { name: title }).click()
  await said(page, 'Enregistré')
  const text = await description(page).innerText()
  await page.goBack()
  const tree = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(tree).not.toHaveCount(0)
  const axes = await tree.allInnerTexts()
  const original = page.url()

  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Dupliquer le plan…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dupliquer le plan' })
  await expect(dialog.getByLabel('Nom de la copie')).toHaveValue('Copie de SPASER 2025-2028')
  await expectAccessible(page)
  await dialog.getByLabel('Nom de la copie').fill('SPASER 2029-2032')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'SPASER 2029-2032' })).toBeVisible()
  expect(page.url()).not.toBe(original)
  await expect.poll(() => tree.allInnerTexts()).toEqual(axes)
  await page.getByRole('link', { name: title }).click()
  await said(page, 'Enregistré')
  await expect(description(page)).toHaveText(text, { useInnerText: true })
  await description(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Revu.')
  await said(page, 'Enregistré')

  await page.goto(original)
  await page.getByRole('link', { name: title }).click()
  await said(page, 'Enregistré')
  await expect(description(page)).toHaveText(text, { useInnerText: true })
})
