import { expect } from '@playwright/test'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { test } from '../../src/app-test.ts'
import { goToPlans } from '../../src/go-to-plans.ts'
import { openAs } from '../../src/open-as.ts'
import { FICHE, OTHER_PLAN, PLAN } from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: a fiche of the contrat local de santé is the PCAET's too. Put back at the end.

test('a fiche is placed in an axe of a second plan by the keyboard, while a colleague looks at that plan', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: PLAN }).click()
  await editeur.getByRole('link', { name: FICHE }).click()
  const admin = await openAs(browser, 'admin.troyes', server.url)
  await goToPlans(admin)
  await admin.getByRole('link', { name: OTHER_PLAN }).click()
  for (const page of [editeur, admin]) await page.waitForLoadState('networkidle')
  const places = editeur.getByRole('region', { name: 'Emplacements' })
  const placed = admin.getByRole('main').getByRole('link', { name: FICHE })
  await expect(placed).toBeHidden()

  await test.step('it is found without accents, and who will read the fiche is said first', async () => {
    await editeur.getByRole('button', { name: 'Placer dans un autre plan' }).press('Enter')
    const dialog = editeur.getByRole('dialog', { name: 'Placer dans un autre plan' })
    await expect(dialog.getByRole('button', { name: 'Placer ici' })).toBeDisabled()
    const plans = editeur.getByRole('listbox', { name: 'Plan' }).getByRole('option')
    await editeur.keyboard.type('contrat LOCAL de sante')
    await expect(plans).toHaveText([PLAN])
    await dialog.getByRole('combobox', { name: 'Plan' }).fill('')
    await editeur.keyboard.type('pcaet 2023')
    await expect(plans).toHaveText([OTHER_PLAN])
    await expectAccessible(editeur)
    await editeur.keyboard.press('ArrowDown')
    await editeur.keyboard.press('Enter')
    await expect(dialog.getByText(/Rien ne change pour qui la lit/)).toBeVisible()

    await test.step('another plan is found by its words while one is chosen', async () => {
      const plan = dialog.getByRole('combobox', { name: 'Plan' })
      await plan.fill('sante')
      await expect(dialog.getByRole('option')).toHaveText([PLAN])
      await plan.press('ArrowDown')
      await plan.press('Enter')
      await expect(plan).toHaveValue(PLAN)
      await plan.fill('pcaet')
      await expect(dialog.getByRole('option')).toHaveText([OTHER_PLAN])
      await plan.press('ArrowDown')
      await plan.press('Enter')
      await expect(plan).toHaveValue(OTHER_PLAN)
    })

    const axe = dialog.getByRole('combobox', { name: 'Axe' })
    await axe.focus()
    await test.step('words that no axe holds, then Entrée, place nothing', async () => {
      await axe.fill('aucun axe ne dit cela')
      await expect(dialog.getByText('Aucun axe ne porte ces mots.')).toBeVisible()
      await axe.press('Enter')
      await expect(dialog.getByText('Aucun axe ne porte ces mots.')).toBeVisible()
      await expect(places.getByRole('link')).toHaveText([PLAN])
    })
    await axe.fill('')
    const choice = editeur.getByRole('listbox', { name: 'Axe' }).getByRole('option').nth(1)
    const nom = ((await choice.textContent()) ?? '').split(' › ').at(-1) ?? ''
    await editeur.keyboard.type(nom.toUpperCase())
    await editeur.keyboard.press('ArrowDown')
    await editeur.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Placer ici' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(places.getByRole('link')).toHaveText([PLAN, OTHER_PLAN])
    await expect(places.getByText(nom, { exact: true })).toBeVisible()
    await expect(placed).toBeVisible()
  })

  await test.step('it is taken out again, and stays in its first plan', async () => {
    await places.getByRole('button', { name: new RegExp(`^Retirer de ${OTHER_PLAN}`) }).press('Enter')
    await editeur.getByRole('dialog').getByRole('button', { name: 'Retirer' }).press('Enter')
    await expect(places.getByRole('link')).toHaveText([PLAN])
    await expect(placed).toBeHidden()
  })
  await admin.context().close()
})
