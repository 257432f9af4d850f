import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'
import { said } from '../src/fiche-page.ts'
import { openAs } from '../src/open-as.ts'

// What a fiche does not say yet is suggested to who may fill it in, and to nobody else; what a colleague fills in goes from the line.

test('what is missing leads to its field, goes as it is filled in, and is put away on the device', async ({
  page,
  browser,
  signIn,
}) => {
  await signIn('editeur.blois')
  await page.getByRole('link', { name: 'Projet de territoire 2040' }).click()
  await page.getByRole('button', { name: 'Créer une fiche' }).click()
  await page.getByLabel('Titre de la fiche').fill('Planter des haies le long de la Loire')
  await page.getByLabel('Titre de la fiche').press('Enter')
  await said(page, 'Enregistré')
  const line = page.getByRole('navigation', { name: 'Ce qui manque à la fiche' })
  const names = line.getByRole('listitem')
  await expect(names).toHaveText([
    'une description',
    'un statut',
    'un service pilote',
    'un pilote',
    'une date de fin',
    'un budget',
    'un indicateur',
  ])
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(viewport)
    await expectAccessible(page)
  }

  await test.step('each leads to where it is filled in', async () => {
    for (const [name, field] of [
      ['un statut', page.getByLabel('Statut', { exact: true })],
      ['un pilote', page.getByLabel('Pilotes', { exact: true })],
      ['une date de fin', page.getByLabel('Fin', { exact: true })],
      ['un budget', page.getByRole('button', { name: 'Ajouter un budget' })],
      ['un indicateur', page.getByRole('button', { name: 'Lier un indicateur' })],
    ] as const) {
      await line.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
      await expect(field).toBeFocused()
      await expect(field).toBeInViewport()
    }
  })

  await test.step('what is written or filled in goes, what a colleague fills in too', async () => {
    await line.getByRole('button', { name: 'une description' }).click()
    await page.keyboard.type('Des haies.')
    await expect(line.getByRole('button', { name: 'une description' })).toHaveCount(0)
    const colleague = await openAs(browser, 'admin.blois', page.url())
    await said(colleague, 'Enregistré')
    await colleague.getByLabel('Statut', { exact: true }).selectOption('En cours')
    await expect(line.getByRole('button', { name: 'un statut' })).toHaveCount(0)
    await colleague.getByLabel('L’action se répète tous les ans').check()
    await expect(names).toHaveText(['un service pilote', 'un pilote', 'un budget', 'un indicateur'])
    await colleague.context().close()
  })

  await test.step('who only reads is told nothing', async () => {
    const reader = await openAs(browser, 'lecteur.blois', page.url())
    await said(reader, 'Lecture seule')
    await expect(reader.getByText('Des haies.')).toBeVisible()
    await expect(reader.getByRole('navigation', { name: 'Ce qui manque à la fiche' })).toHaveCount(0)
    await reader.context().close()
  })

  await test.step('it is put away for good on the device, or taken back at once', async () => {
    const putAway = line.getByRole('button', { name: 'Ne plus rien suggérer sur cette fiche' })
    await putAway.click()
    await expect(line).toHaveCount(0)
    await expect(page.getByLabel('Statut', { exact: true })).toBeFocused()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await putAway.click()
    await page.reload()
    await said(page, 'Enregistré')
    await expect(line).toHaveCount(0)
  })
})
