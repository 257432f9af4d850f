import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'
import { said } from '../src/fiche-page.ts'
import { openAs } from '../src/open-as.ts'
import { stop } from '../src/plan-tree.ts'

const description = (page: Page) => page.getByRole('textbox', { name: 'Description', exact: true })
const axeDescription = (page: Page) => page.getByRole('textbox', { name: 'Description de l’axe' })

test('the descriptions of a plan and of its axes are written together, and read by all', async ({
  page,
  signIn,
  browser,
}) => {
  await signIn('editeur.lacq')
  await page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await said(page, 'Enregistré')
  const firstAxe = page.locator('[data-tree-stop][aria-expanded]').first()
  const nom = ((await firstAxe.innerText()).split('\n')[0] ?? '').trim()

  const colleague = await openAs(browser, 'admin.lacq', page.url())
  await test.step('each sees that the other is there', async () => {
    await expect(page.getByRole('region', { name: 'Sur ce plan en ce moment' })).toContainText('2 personnes ici')
    await expect(colleague.getByText('2 personnes ici')).toBeVisible()
  })

  await test.step('the plan is described, live under the eyes of a colleague', async () => {
    await page.getByRole('button', { name: 'Modifier la description du plan' }).click()
    await expect(description(page)).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    // Folded with nothing in it, it is offered again.
    await page.getByRole('button', { name: 'Replier la description' }).click()
    await expect(page.getByRole('button', { name: 'Décrire le plan' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(description(page)).toBeFocused()
    await page.keyboard.type('Acheter mieux, et le dire.')
    await expect(colleague.getByText('Acheter mieux, et le dire.')).toBeVisible()
    await said(page, 'Enregistré')
    await colleague.getByRole('button', { name: 'Modifier la description du plan' }).click()
    await expect(description(colleague)).toBeFocused()
    await colleague.keyboard.press('Control+End')
    await colleague.keyboard.type(' Ensemble.')
    await expect(description(page)).toHaveText('Acheter mieux, et le dire. Ensemble.')
    await expectAccessible(page)
  })

  await test.step('folded, it gives the focus back', async () => {
    await page.getByRole('button', { name: 'Replier la description' }).click()
    await expect(page.getByRole('button', { name: 'Modifier la description du plan' })).toBeFocused()
  })

  await test.step('an axe is described by the keyboard alone', async () => {
    await page.getByRole('button', { name: `Actions sur ${nom}` }).focus()
    await page.keyboard.press('Enter')
    const decrire = page.getByRole('menuitem', { name: 'Décrire' })
    await expect(decrire).toBeVisible()
    await decrire.focus()
    await page.keyboard.press('Enter')
    await expect(axeDescription(page)).toBeFocused()
    await page.keyboard.type('Des clauses qui servent ')
    await expect(colleague.getByText('Des clauses qui servent')).toBeVisible()
    await expectAccessible(page)
    await said(page, 'Enregistré')
    await page.getByRole('button', { name: 'Replier la description' }).click()
    await expect(page.getByRole('button', { name: `Modifier la description de «\u00a0${nom}\u00a0»` })).toBeFocused()
  })

  await test.step('one that nobody wrote leaves no trace, and gives the focus back to its line', async () => {
    const other = page.locator('[data-tree-stop][aria-expanded]').nth(1)
    const otherNom = ((await other.innerText()).split('\n')[0] ?? '').trim()
    await page.getByRole('button', { name: `Actions sur ${otherNom}` }).click()
    await page.getByRole('menuitem', { name: 'Décrire' }).click()
    await expect(axeDescription(page)).toBeFocused()
    await page.getByRole('button', { name: 'Replier la description' }).click()
    await expect(stop(page, otherNom).first()).toBeFocused()
    await expect(axeDescription(page)).toHaveCount(0)
  })

  await test.step('a reader reads them, and writes nothing', async () => {
    const reader = await openAs(browser, 'lecteur.lacq', page.url())
    await said(reader, 'Lecture seule')
    await expect(reader.getByText('Acheter mieux, et le dire. Ensemble.')).toBeVisible()
    await expect(reader.getByText('Des clauses qui servent')).toBeVisible()
    await reader.getByRole('button', { name: 'Lire la description du plan' }).click()
    await expect(reader.getByRole('group', { name: 'Description', exact: true })).toContainText('Ensemble.')
    await expect(reader.getByRole('button', { name: 'Décrire le plan' })).toHaveCount(0)
    await expectAccessible(reader)
  })
})

test('what is written in a plan while the server is away is kept, and sent when it is back', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  await page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await said(page, 'Enregistré')
  await page.getByRole('button', { name: /^Modifier la description du plan|^Décrire le plan/ }).click()
  await expect(description(page)).toBeFocused()
  await server.kill()
  await said(page, 'Hors ligne')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Sans réseau.')
  await expect(page.getByText(/gardées sur cet appareil/).first()).toBeVisible()
  await server.start()
  await said(page, 'Enregistré')
  await page.reload()
  await expect(page.getByText('Sans réseau.')).toBeVisible()
})
