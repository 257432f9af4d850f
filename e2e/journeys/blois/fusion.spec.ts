import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../../src/expect-accessible.ts'
import { description, said, write } from '../../src/fiche-page.ts'
import { graphqlAs } from '../../src/graphql-as.ts'
import { openAs } from '../../src/open-as.ts'

// CA de Blois: two services have written one action, each in its plan. Somebody finds it, compares the two and makes them one.

const KEPT = 'Ouvrir une ressourcerie dans l’ancienne chocolaterie'
const ABSORBED = 'Ouvrir la ressourcerie de l’ancienne chocolaterie'

/** The same action, as another service writes it in its own plan. */
async function writeAgain(page: Page): Promise<void> {
  const where = '{ nom: { contains: "Projet de territoire 2040" } }'
  const { plans } = await graphqlAs<{ plans: { edges: { node: { id: string } }[] } }>(
    page,
    `{ plans(first: 1, where: ${where}) { edges { node { id } } } }`,
  )
  const input = {
    planId: plans.edges[0]?.node.id,
    titre: ABSORBED,
    statut: 'BLOQUE',
    descriptionMarkdown: 'Douze postes en insertion y seraient créés.',
  }
  const mutation = 'mutation ($input: CreateFicheInput!) { createFiche(input: $input) { __typename } }'
  expect(await graphqlAs(page, mutation, { input })).toEqual({ createFiche: { __typename: 'CreateFicheSuccess' } })
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('two fiches that are one action are compared, merged while a colleague writes, and told apart again', async ({
  page: editeur,
  signIn,
  browser,
}) => {
  await signIn('editeur.blois')
  const dialog = editeur.getByRole('dialog')
  const addresses: Record<string, string> = {}
  await editeur.getByRole('link', { name: 'Doublons possibles' }).waitFor()
  await writeAgain(editeur)

  await test.step('the possible duplicates of the collectivité are listed', async () => {
    await editeur.getByRole('link', { name: 'Doublons possibles' }).click()
    await expect(editeur.getByRole('heading', { level: 1, name: 'Doublons possibles' })).toBeVisible()
    await expect(editeur.getByRole('link', { name: KEPT, exact: true })).toBeVisible()
    for (const name of [KEPT, ABSORBED]) {
      const link = editeur.getByRole('link', { name, exact: true })
      addresses[name] = new URL((await link.getAttribute('href')) ?? '', editeur.url()).href
    }
    await expectAccessibleInAll(editeur)
  })

  await test.step('the two are compared field by field', async () => {
    await editeur.getByRole('link', { name: /^Comparer/ }).click()
    await expect(editeur.getByRole('heading', { level: 1, name: 'Comparer deux fiches' })).toBeVisible()
    await expect(editeur.getByRole('row', { name: /^Titre/ })).toContainText('Différent')
    const rows = editeur.getByRole('row')
    const all = await rows.count()
    await editeur.getByRole('switch', { name: 'Seulement les différences' }).focus()
    await editeur.keyboard.press('Space')
    await expect.poll(() => rows.count()).toBeLessThanOrEqual(all)
    await expect(editeur.getByText('Identique')).toHaveCount(0)
    await expectAccessibleInAll(editeur)
  })

  const colleague = await openAs(browser, 'admin.blois', addresses[KEPT] ?? '')
  await said(colleague, 'Enregistré')

  await test.step('what the merge would do is said first', async () => {
    await editeur.getByRole('button', { name: 'Fusionner…' }).click()
    await dialog.getByRole('radio', { name: KEPT }).check()
    await expect(dialog.getByText('Ce que la fiche gardée reçoit')).toBeVisible()
    await expect(dialog.getByText(/^Statut/)).toContainText(/«\sEn cours\s» est gardé, «\sBloqué\s» n’est pas repris/)
    await expectAccessibleInAll(editeur)
  })

  await test.step('the colleague who writes in the kept one sees the other come, and loses nothing', async () => {
    await write(colleague, ' Revu ensemble.')
    await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click()
    await expect(editeur.getByRole('heading', { level: 1, name: KEPT })).toBeVisible()
    await expect(editeur.getByText(/est fusionnée dans/)).toBeVisible()
    await expect(description(colleague)).toContainText('Revu ensemble.')
    await expect(description(colleague)).toContainText(ABSORBED)
    await expect(description(colleague)).toContainText('Douze postes en insertion')
    await said(colleague, 'Enregistré')
  })

  await test.step('the other’s address leads there', async () => {
    const other = await editeur.context().newPage()
    await other.goto(addresses[ABSORBED] ?? '')
    await expect(other.getByRole('heading', { level: 1, name: KEPT })).toBeVisible()
    expect(other.url()).toBe(addresses[KEPT])
    await other.close()
  })

  await test.step('undone, each says what it said, and what the colleague wrote', async () => {
    await editeur.getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect(editeur.getByText(/^La fusion est annulée/)).toBeVisible()
    await expect(description(editeur)).not.toContainText(ABSORBED)
    await expect(description(editeur)).toContainText('Revu ensemble.')
    await editeur.goto(addresses[ABSORBED] ?? '')
    await expect(editeur.getByRole('heading', { level: 1, name: ABSORBED })).toBeVisible()
    await said(editeur, 'Enregistré')
  })
  await colleague.context().close()
})
