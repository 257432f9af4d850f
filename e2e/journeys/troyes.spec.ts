import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// CA Troyes Champagne Métropole: an inter-service group rearranges a plan while a colleague watches. (First part: what is
// restricted joins with its own test.)

const PLAN = 'Contrat local de santé 2025-2029'

/** The names of the lines of the tree, from top to bottom. */
async function lines(page: Page): Promise<string[]> {
  const texts = await page.locator('[data-tree-stop]').allInnerTexts()
  return texts.map((text) => text.split('\n')[0]?.slice(0, 24) ?? '')
}

const line = (page: Page, name: string) => page.locator('[data-node-id]').filter({ hasText: name })
const stop = (page: Page, name: string) => line(page, name).locator('[data-tree-stop]')

/** Both pages show these lines, in this order. */
async function expectLines(pages: readonly Page[], expected: readonly string[]) {
  for (const [at, page] of pages.entries())
    await expect
      .poll(() => lines(page), { message: at === 0 ? 'the page that acts' : 'the page that watches' })
      .toEqual(expected)
}

/** Drags by hand: the browser starts a drag only once the mouse has moved. */
async function drag(page: Page, { from, to, at }: { from: Locator; to: Locator; at: number }) {
  const start = await from.boundingBox()
  const end = await to.boundingBox()
  if (!start || !end) throw new Error('what is dragged is on the page')
  await page.mouse.move(start.x + 250, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + 260, start.y + start.height / 2 + 6, { steps: 3 })
  await page.mouse.move(end.x + 250, end.y + end.height * at, { steps: 8 })
  // Driven by Playwright, a drag is told of only while the mouse moves.
  let nudge = 0
  await expect
    .poll(async () => {
      nudge = 1 - nudge
      await page.mouse.move(end.x + 250 + nudge, end.y + end.height * at)
      return to.getAttribute('data-edge')
    })
    .toMatch(/before|after|inside/)
  await page.mouse.up()
}

const START = [
  'Axe stratégique I. Accès',
  'I.1 Accueillir de nouvea',
  'Accueillir les internes ',
  'I.2 Aller vers',
  'Organiser des dépistages',
  'Axe stratégique II. Un e',
  'Former les équipes des c',
  'Peser les restes et rédu',
  'Axe stratégique III. San',
  'Créer une cellule de vei',
]
const [ACCES, ACCUEILLIR, INTERNES, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE] = START
const order = (...names: (string | undefined)[]) => names.map((name) => name ?? '')

test('axes and fiches are moved by drag and by keyboard while a colleague watches, deleted and restored', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: PLAN }).click()
  await expectLines([editeur], START)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const admin = await context.newPage()
  await admin.goto(`${server.url}/connexion?retour=${new URL(editeur.url()).pathname}`)
  await fillSignIn(admin, 'admin.troyes')
  const both = [editeur, admin]
  await expectLines(both, START)
  // The colleague's page is told of changes from here on.
  await admin.waitForLoadState('networkidle')

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
    const toast = editeur.getByRole('alert').filter({ hasText: /^1.axe déplacé/ })
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
    await expect(stop(admin, 'Accueillir les internes')).toHaveCount(0)

    await admin.getByRole('link', { name: 'Corbeille' }).click()
    await admin.getByRole('button', { name: 'Restaurer Axe stratégique II. Un environnement favorable' }).click()
    await expect(admin.getByRole('heading', { name: 'La corbeille est vide' })).toBeVisible()
    await admin.goBack()
    await expectLines(both, before)
  })

  await test.step('a reload shows the same tree', async () => {
    const before = await lines(editeur)
    await editeur.reload()
    await expectLines(both, before)
  })

  await context.close()
})
