import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../src/expect-accessible.ts'
import { said } from '../src/fiche-page.ts'
import { openAs } from '../src/open-as.ts'

// An éditeur archives a plan that is finished, while a colleague writes in one of its fiches; then takes it out.

test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('a plan is archived, read as before by all and changed by nobody, then taken out of the archives', async ({
  page,
  browser,
  signIn,
}) => {
  await signIn('editeur.lacq')
  const plans = page.url()
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  const fiche = page.getByRole('link', { name: /^Exiger un bilan des déblais/ })
  await fiche.click()
  await said(page, 'Enregistré')
  const colleague = await openAs(browser, 'admin.lacq', page.url())
  await said(colleague, 'Enregistré')
  await page.goBack()

  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Archiver le plan…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Archiver « SPASER 2025-2028 » ?' })
  await expectAccessibleInAll(page)
  await dialog.getByRole('button', { name: 'Archiver le plan' }).click()
  await expect(page.getByText(/^Plan archivé le \d/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Créer une fiche' })).toHaveCount(0)
  await expectAccessibleInAll(page)

  await said(colleague, 'Lecture seule')
  await expect(colleague.getByText('Archivé', { exact: true })).toBeVisible()

  await page.goto(plans)
  await expect(page.getByRole('tab', { name: 'Archivés (1)' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'SPASER 2025-2028' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Archivés (1)' }).click()
  await expectAccessibleInAll(page)
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Sortir des archives…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sortir des archives' }).click()
  await expect(page.getByText(/^Plan archivé le \d/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Créer une fiche' })).toBeVisible()
  await said(colleague, 'Enregistré')
})
