import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { goToPlans } from '../../src/go-to-plans.ts'
import { openAs } from '../../src/open-as.ts'
import { FICHE, FICHE_OF_OTHER_PLAN, OTHER_PLAN, PLAN } from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: a fiche contributes to one of another plan. Each test puts back what it changes.

test('fiches of two plans are linked by the keyboard, once, and each end says its own direction', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: PLAN }).click()
  const titre = (await editeur.getByRole('main').getByRole('link', { name: FICHE }).textContent()) ?? ''
  await editeur.getByRole('link', { name: FICHE }).click()
  const admin = await openAs(browser, 'admin.troyes', server.url)
  await goToPlans(admin)
  await admin.getByRole('link', { name: OTHER_PLAN }).click()
  await admin.getByRole('link', { name: FICHE_OF_OTHER_PLAN }).click()
  for (const page of [editeur, admin]) {
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  const linked = (page: Page) => page.getByRole('region', { name: 'Fiches liées' })
  const search = async () => {
    await editeur.getByRole('button', { name: 'Lier une fiche' }).focus()
    await editeur.keyboard.press('Enter')
    await editeur.getByLabel('Fiche', { exact: true }).focus()
    await expect(editeur.getByRole('dialog')).toBeVisible()
    await expectAccessible(editeur)
    await editeur.keyboard.type('club ENERGIE')
  }

  for (const { relation, here, there, remover } of [
    { relation: '… contribue à', here: 'Contribue à', there: 'Reçoit la contribution de', remover: admin },
    { relation: '… dépend de', here: 'Dépend de', there: 'Attendue par', remover: editeur },
  ]) {
    await test.step(`« ${here} », which is « ${there} » at the other end`, async () => {
      await search()
      await expect(editeur.getByRole('option', { name: FICHE_OF_OTHER_PLAN })).toBeVisible()
      await expectAccessible(editeur)
      await editeur.keyboard.press('ArrowDown')
      await editeur.keyboard.press('Enter')
      await expect(editeur.getByText('Fiche choisie.')).toBeVisible()
      const choice = editeur.getByLabel('Cette fiche…')
      await choice.focus()
      while ((await choice.locator('option:checked').textContent()) !== relation) {
        await editeur.keyboard.press('ArrowDown')
      }
      await editeur.getByLabel('Fiche', { exact: true }).press('Enter')
      await expect(editeur.getByRole('dialog')).toBeHidden()
      await expect(linked(editeur).getByRole('heading', { level: 3 })).toHaveText([here])
      await expect(linked(editeur).getByRole('link')).toHaveText([FICHE_OF_OTHER_PLAN])
      await expect(linked(admin).getByRole('heading', { level: 3 })).toHaveText([there])
      await expect(linked(admin).getByRole('link')).toHaveText([titre])

      // Once linked, it says so and is not to be taken for the same link again; it is for another.
      await search()
      await expect(editeur.getByRole('option', { name: FICHE_OF_OTHER_PLAN })).toBeVisible()
      await choice.selectOption({ label: relation })
      await editeur.getByLabel('Fiche', { exact: true }).focus()
      const again = editeur.getByRole('option', { name: FICHE_OF_OTHER_PLAN, disabled: true })
      await expect(again).toContainText('Déjà liée ainsi.')
      await expectAccessible(editeur)
      await editeur.keyboard.press('Escape')
      await editeur.keyboard.press('Escape')
      await expect(editeur.getByRole('dialog')).toBeHidden()

      await linked(remover)
        .getByRole('button', { name: /^Supprimer le lien avec/ })
        .press('Enter')
      for (const page of [editeur, admin]) await expect(linked(page).getByText('Aucune fiche liée.')).toBeVisible()
    })
  }
  await admin.context().close()
})
