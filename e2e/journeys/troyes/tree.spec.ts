import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { drag, expectLines, line, lines, stop } from '../../src/plan-tree.ts'
import {
  ACCES,
  ACCUEILLIR,
  ALLER_VERS,
  CRECHES,
  DEPISTAGES,
  ENVIRONNEMENT,
  INTERNES,
  RESTES,
  SANTE,
  START,
  VEILLE,
  order,
  openPlanForTwo,
} from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: an inter-service group rearranges a plan while a colleague watches. Each test puts back what it changes.

test('axes and fiches are moved by drag and by keyboard while a colleague watches, deleted and restored', async ({
  page: editeur,
  signIn,
  browser,
}) => {
  const { admin, both } = await openPlanForTwo({ editeur, signIn, browser })

  await test.step('a fiche dragged to another axe moves on both pages, and Ctrl+Z brings it back', async () => {
    await drag(editeur, { from: line(editeur, 'Peser les restes'), to: line(editeur, 'Créer une cellule'), at: 0.8 })
    const moved = order(
      ACCES,
      ACCUEILLIR,
      INTERNES,
      ALLER_VERS,
      DEPISTAGES,
      ENVIRONNEMENT,
      CRECHES,
      SANTE,
      VEILLE,
      RESTES,
    )
    await expectLines(both, moved)
    await editeur.keyboard.press('Control+z')
    await expectLines(both, START)
  })

  await test.step('an axe dragged into another takes its fiches along', async () => {
    await drag(editeur, { from: line(editeur, 'Axe stratégique III'), to: line(editeur, 'I.1 Accueillir'), at: 0.5 })
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, INTERNES, SANTE, VEILLE, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES),
    )
    const toast = editeur.getByRole('status').filter({ hasText: /^1.axe déplacé/ })
    await toast.getByRole('button', { name: 'Annuler' }).click()
    await expectLines(both, START)
  })

  const tick = async (name: RegExp) => {
    await editeur.getByRole('checkbox', { name }).focus()
    await editeur.keyboard.press('Space')
  }

  await test.step('two fiches and an axe selected by the keyboard are dragged by one of them, and Ctrl+Z puts all back', async () => {
    for (const name of [/^Sélectionner Accueillir les int/, /^Sélectionner Organiser des dép/]) await tick(name)
    await tick(/^Sélectionner Axe stratégique III\./)
    await expect(editeur.getByText(/^3\séléments sélectionnés$/)).toBeVisible()
    await drag(editeur, { from: line(editeur, 'Organiser des dép'), to: line(editeur, 'Axe stratégique II.'), at: 0.5 })
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, ALLER_VERS, ENVIRONNEMENT, CRECHES, RESTES, INTERNES, DEPISTAGES, SANTE, VEILLE),
    )
    await expect(editeur.getByRole('region', { name: 'Sélection' })).toBeHidden()
    await editeur.keyboard.press('Control+z')
    await expectLines(both, START)
  })

  await test.step('several are deleted once what goes is confirmed, and undone', async () => {
    for (const name of [/^Sélectionner Accueillir les int/, /^Sélectionner Axe stratégique III\./]) await tick(name)
    await editeur.getByRole('region', { name: 'Sélection' }).getByRole('button', { name: 'Supprimer…' }).click()
    const dialog = editeur.getByRole('dialog', { name: /^Supprimer 2\séléments\s\?$/ })
    await expect(dialog.getByRole('listitem')).toHaveText([/^1\saxe$/, /^2\sfiches$/])
    await dialog.getByRole('button', { name: 'Mettre à la corbeille' }).click()
    await expectLines(both, order(ACCES, ACCUEILLIR, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES))
    const toast = editeur.getByRole('status').filter({ hasText: /^2.éléments sont à la corbeille/ })
    await toast.getByRole('button', { name: 'Annuler' }).click()
    await expectLines(both, START)
  })

  await test.step('the keyboard carries a fiche, says where, drops it and keeps the focus on it', async () => {
    await stop(editeur, 'Accueillir les internes').focus()
    await editeur.keyboard.press('Space')
    await expect(editeur.getByText(/^«\sAccueillir les internes.+\s» est saisi/)).toBeAttached()
    await editeur.keyboard.press('ArrowDown')
    await editeur.keyboard.press('ArrowDown')
    await expect(editeur.getByText(/^après «\sOrganiser des dépistages.+dans «\sI\.2 Aller vers\s»$/)).toBeAttached()
    await editeur.keyboard.press('Escape')
    await expectLines(both, START)
    await editeur.keyboard.press('Space')
    await editeur.keyboard.press('ArrowDown')
    await editeur.keyboard.press('Space')
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, ALLER_VERS, INTERNES, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE),
    )
    await expect(stop(editeur, 'Accueillir les internes')).toBeFocused()
  })

  await test.step('the keyboard carries an axe, while the colleague moves a fiche of it', async () => {
    await stop(editeur, 'Axe stratégique II.').focus()
    await editeur.keyboard.press('Space')
    await editeur.keyboard.press('ArrowUp')
    await drag(admin, { from: line(admin, 'Former les équipes'), to: line(admin, 'Créer une cellule'), at: 0.2 })
    await editeur.keyboard.press('Home')
    for (let presses = 0; presses < 8; presses += 1) await editeur.keyboard.press('ArrowUp')
    await expect(
      editeur.getByText(/^avant «\sAxe stratégique I\. Accès aux soins\s», à la racine du plan$/),
    ).toBeAttached()
    await editeur.keyboard.press('Space')
    await expectLines(
      both,
      order(ENVIRONNEMENT, RESTES, ACCES, ACCUEILLIR, ALLER_VERS, INTERNES, DEPISTAGES, SANTE, CRECHES, VEILLE),
    )
  })

  await test.step('several at once are moved by the dialog', async () => {
    await editeur.getByRole('checkbox', { name: /^Sélectionner Accueillir les internes/ }).check()
    await editeur.getByRole('checkbox', { name: /^Sélectionner Former les équipes/ }).check()
    await editeur.getByRole('region', { name: 'Sélection' }).getByRole('button', { name: 'Déplacer vers…' }).click()
    await editeur.getByLabel('2 éléments').selectOption({ label: 'Axe stratégique II. Un environnement favorable' })
    await editeur.getByRole('dialog').getByRole('button', { name: 'Déplacer', exact: true }).click()
    await expectLines(
      both,
      order(ENVIRONNEMENT, RESTES, INTERNES, CRECHES, ACCES, ACCUEILLIR, ALLER_VERS, DEPISTAGES, SANTE, VEILLE),
    )
  })

  await test.step('an axe is added by the name of its level, and renamed', async () => {
    await editeur.getByRole('button', { name: 'Ajouter un axe' }).click()
    await editeur.getByLabel('Nom : Axe').fill('Axe IV')
    await editeur.keyboard.press('Enter')
    await expect(stop(admin, 'Axe IV')).toBeVisible()
    await editeur.getByRole('button', { name: 'Actions sur Axe IV' }).click()
    await editeur.getByRole('menuitem', { name: 'Renommer' }).click()
    await editeur.getByLabel('Nom de l’axe').fill('Axe stratégique IV. Addictions')
    await editeur.keyboard.press('Enter')
    await expect(stop(admin, 'Axe stratégique IV. Addictions')).toBeVisible()
  })

  await test.step('each takes back what they did, the last act first', async () => {
    await stop(editeur, 'Axe stratégique I.').focus()
    for (const step of ['name', 'axe', 'several', 'carried axe'])
      await test.step(step, () => editeur.keyboard.press('Control+z'))
    await expect(stop(admin, 'Axe stratégique IV.')).toHaveCount(0)
    await expect(stop(admin, 'Axe IV')).toHaveCount(0)
    await admin.keyboard.press('Control+z')
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, ALLER_VERS, INTERNES, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE),
    )
    await editeur.keyboard.press('Control+z')
    await expectLines(both, START)
  })

  await test.step('an axe goes to the corbeille with what it counts, and comes back from it for both', async () => {
    const before = await lines(admin)
    await editeur.getByRole('button', { name: 'Actions sur Axe stratégique II. Un environnement favorable' }).click()
    await editeur.getByRole('menuitem', { name: 'Supprimer…' }).click()
    const dialog = editeur.getByRole('dialog')
    await expect(dialog.getByText('1 axe', { exact: true })).toBeVisible()
    // « Peser les restes » is in the PAT too, and stays there.
    await expect(dialog.getByText(/\d fiches?/).first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Mettre à la corbeille' }).click()
    await expect(stop(admin, 'Axe stratégique II.')).toHaveCount(0)
    await expect(stop(admin, 'Former les équipes')).toHaveCount(0)

    await admin.getByRole('link', { name: 'Corbeille' }).click()
    await admin.getByRole('button', { name: 'Restaurer Axe stratégique II. Un environnement favorable' }).click()
    await expect(admin.getByRole('button', { name: /^Restaurer Axe stratégique II\./ })).toHaveCount(0)
    await admin.goBack()
    await expectLines(both, before)
  })

  await test.step('a reload shows the same tree', async () => {
    const before = await lines(editeur)
    await editeur.reload()
    await expectLines(both, before)
  })

  await admin.context().close()
})
