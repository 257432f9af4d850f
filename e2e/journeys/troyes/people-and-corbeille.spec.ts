import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { deleted, restored } from '../../src/corbeille.ts'
import { openAs } from '../../src/open-as.ts'
import { FICHE_OF_OTHER_PLAN, OTHER_PLAN } from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: what one does is on the pages of the others. Each test puts back what it changes.

const uuidIn = (path: string) => path.split('/').at(-1) ?? ''

test('the people of a plan and the corbeille are the same on every page, as they change', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: OTHER_PLAN }).click()
  await expect(editeur.getByRole('heading', { level: 1, name: OTHER_PLAN })).toBeVisible()
  const admin = await openAs(browser, 'admin.troyes', editeur.url())
  const header = admin.getByRole('main').getByRole('banner').or(admin.getByRole('main').locator('header'))
  await expect(header).toContainText(OTHER_PLAN)
  await admin.waitForLoadState('networkidle')

  await test.step('a pilote is found without accents, a référent is created by being named', async () => {
    await editeur.getByRole('button', { name: 'Actions sur le plan' }).click()
    await editeur.getByRole('menuitem', { name: 'Pilotes et référents' }).click()
    await editeur.getByRole('combobox', { name: 'Pilotes du plan' }).fill('elodie')
    await editeur.getByRole('option', { name: 'Élodie Prieur' }).click()
    await expect(header).toContainText(/Pilote\s: Élodie Prieur/)
    await editeur.getByRole('combobox', { name: 'Référents du plan' }).fill('Jeanne Collot, vice-présidente')
    await editeur.keyboard.press('Enter')
    await expect(header).toContainText(/Référent\s: Jeanne Collot, vice-présidente/)
    for (const name of ['Pilotes du plan', 'Référents du plan']) {
      await editeur.getByRole('combobox', { name }).focus()
      await editeur.keyboard.press('Backspace')
    }
    await expect(header).not.toContainText(/Pilote|Référent/)
    await editeur.keyboard.press('Escape')
    await editeur.keyboard.press('Escape')
  })

  await test.step('what a colleague deletes appears in the corbeille, and leaves it when it is restored', async () => {
    await editeur.goto(server.url)
    await editeur.getByRole('link', { name: 'Corbeille' }).click()
    await expect(editeur.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible()
    await editeur.waitForLoadState('networkidle')
    const fiche = (await admin.getByRole('link', { name: FICHE_OF_OTHER_PLAN }).getAttribute('href')) ?? ''
    const suppressionId = await deleted(admin, { fiche: uuidIn(fiche) })
    const restoring = editeur.getByRole('button', { name: `Restaurer ${FICHE_OF_OTHER_PLAN}` })
    await expect(restoring).toBeVisible()
    await restored(admin, suppressionId)
    await expect(restoring).toHaveCount(0)
  })
  await admin.context().close()
})
