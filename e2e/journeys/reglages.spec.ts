import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'
import { openAs } from '../src/open-as.ts'

// What an admin and an éditeur set for their collectivité: its services, the words of its fiches.

const ligne = (page: Page, nom: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: nom })

test('an admin makes a service, fills it, renames it and merges it into another, which keeps all', async ({
  page,
  signIn,
}) => {
  await signIn('admin.blois')
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('navigation', { name: 'Réglages' }).getByRole('link', { name: 'Services' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible()
  const services = page.getByRole('list', { name: 'Services' }).getByRole('listitem')
  const before = await services.count()

  await test.step('a name that is taken is refused, and says what to do', async () => {
    const [taken = ''] = (await services.first().innerText()).split('\n')
    await page.getByRole('button', { name: 'Nouveau service' }).click()
    await page.getByLabel('Nom du service').fill(taken.toUpperCase())
    await page.getByRole('button', { name: 'Créer le service' }).click()
    await expect(page.getByRole('alert')).toContainText('existe déjà : fusionnez les deux services')
    await page.getByLabel('Nom du service').fill('Archives')
    await page.getByRole('button', { name: 'Créer le service' }).click()
    await expect(services).toHaveCount(before + 1)
    await expect(ligne(page, 'Archives')).toContainText('Rien ne le nomme')
  })

  await test.step('a member is put in it', async () => {
    await page.getByRole('button', { name: 'Membres de Archives' }).click()
    const membres = page.getByRole('group', { name: 'Membres de Archives' })
    await membres.getByRole('checkbox').first().check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Terminé' }).click()
    await expect(ligne(page, 'Archives')).toContainText(/1\smembre/)
    await expect(page.getByRole('button', { name: 'Supprimer Archives' })).toHaveCount(0)
  })

  await test.step('it is renamed, then merged once it is said what follows', async () => {
    await page.getByRole('button', { name: 'Renommer Archives' }).click()
    await page.getByLabel('Nom du service').fill('Archives et documentation')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('button', { name: 'Fusionner Archives et documentation' }).click()
    const dialog = page.getByRole('dialog', { name: /Fusionner/ })
    await dialog.getByRole('option').first().click()
    await expect(dialog).toContainText(/Passent de «\sArchives et documentation\s» à .*\s: 1\smembre\./)
    await dialog.getByRole('button', { name: 'Fusionner' }).click()
    await expect(services).toHaveCount(before)
    await expect(ligne(page, 'Archives et documentation')).toHaveCount(0)
  })

  await test.step('one that nothing names is deleted', async () => {
    await page.getByRole('button', { name: 'Nouveau service' }).click()
    await page.getByLabel('Nom du service').fill('Par erreur')
    await page.getByRole('button', { name: 'Créer le service' }).click()
    await page.getByRole('button', { name: 'Supprimer Par erreur' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
    await expect(services).toHaveCount(before)
  })
})

test('an éditeur mends the words of the fiches, a reader only looks', async ({ page, browser, signIn }) => {
  await signIn('editeur.blois')
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('navigation', { name: 'Réglages' }).getByRole('link', { name: 'Libellés' }).click()
  await page.getByLabel('Genre').selectOption({ label: 'Partenaires' })
  const labels = page.getByRole('list', { name: 'Partenaires' }).getByRole('listitem')
  await expect(labels.nth(1)).toBeVisible()
  const before = await labels.count()
  const [nom = ''] = (await labels.first().innerText()).split('\n')

  await page.getByRole('button', { name: `Renommer ${nom}` }).click()
  await page.getByLabel('Nom', { exact: true }).fill(`${nom} (bis)`)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByLabel('Chercher', { exact: true }).fill('BIS)')
  await expect(labels).toHaveCount(1)
  await page.getByRole('button', { name: `Fusionner ${nom} (bis)` }).click()
  const dialog = page.getByRole('dialog', { name: /Fusionner/ })
  await dialog.getByRole('option').first().click()
  await expect(dialog).toContainText(/De «\s.* \(bis\)\s» à «\s.*\s»\s: \d+\sfiche/)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Fusionner' }).click()
  await expect(page.getByText('Aucun libellé ne contient ces mots.')).toBeVisible()
  await page.getByLabel('Chercher', { exact: true }).fill('')
  await expect(labels).toHaveCount(before - 1)

  const reader = await openAs(browser, 'lecteur.blois', page.url())
  await reader.getByLabel('Genre').selectOption({ label: 'Partenaires' })
  await expect(reader.getByRole('list', { name: 'Partenaires' }).getByRole('listitem')).toHaveCount(before - 1)
  await expect(reader.getByRole('button', { name: /^(Renommer|Fusionner|Supprimer) / })).toHaveCount(0)
  await reader.getByRole('navigation', { name: 'Réglages' }).getByRole('link', { name: 'Services' }).click()
  await expect(reader.getByRole('list', { name: 'Services' })).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Nouveau service' })).toHaveCount(0)
  await reader.context().close()
})

test('a type of plan of one’s own is proposed to the next plan, and changed in the settings', async ({
  page,
  signIn,
}) => {
  await signIn('editeur.erstein')
  const plans = page.url()
  const begin = async (nom: string) => {
    await page.goto(plans)
    await page.getByRole('button', { name: 'Créer un plan' }).first().click()
    await page.getByLabel('Nom du plan').fill(nom)
    await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Autre' })
  }
  const type = page.getByRole('combobox', { name: 'Nom de ce type' })

  await begin('Schéma des sentiers')
  await type.fill('Schéma cyclable')
  await page.getByRole('button', { name: 'Créer le plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Schéma des sentiers' })).toBeVisible()

  await begin('Schéma des berges')
  await type.click()
  await page.getByRole('option', { name: 'Schéma cyclable' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Créer le plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Schéma des berges' })).toBeVisible()

  await page.getByRole('button', { name: 'Actions sur le plan' }).click()
  await page.getByRole('menuitem', { name: 'Réglages du plan' }).click()
  await expect(type).toHaveValue('Schéma cyclable')
  await type.fill('Schéma des rives')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Schéma des rives').first()).toBeVisible()
})
