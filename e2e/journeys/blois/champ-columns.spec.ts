import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../../src/expect-accessible.ts'
import { graphqlAs } from '../../src/graphql-as.ts'
import { openAs } from '../../src/open-as.ts'

// The champs propres of a plan are columns of the table of its fiches: chosen, ordered, changed in place, seen by a colleague.

const SIREN = '200030385'

test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('the champs propres of one plan are columns of its fiches, changed in place', async ({
  page,
  browser,
  signIn,
  server,
}) => {
  await signIn('editeur.blois')
  const { fiches } = await graphqlAs<{
    fiches: { edges: { node: { titre: string; placements: { edges: { node: { plan: { id: string } } }[] } } }[] }
  }>(page, '{ fiches(first: 1) { edges { node { titre placements(first: 1) { edges { node { plan { id } } } } } } } }')
  const titre = fiches.edges[0]?.node.titre ?? ''
  const planId = fiches.edges[0]?.node.placements.edges[0]?.node.plan.id ?? ''
  for (const champ of [
    { nom: 'Marché', type: 'TEXTE' },
    { nom: 'Surface', type: 'NOMBRE' },
    { nom: 'Jury', type: 'DATE' },
    { nom: 'Certifiée', type: 'CHOIX', choix: ['Oui', 'Non'] },
  ]) {
    await graphqlAs(
      page,
      'mutation ($input: CreateChampPropreInput!) { createChampPropre(input: $input) { __typename } }',
      {
        input: { planId, ...champ },
      },
    )
  }
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: titre, exact: true }) })
  const heads = page.getByRole('columnheader')
  /** The cell of a column in the row of the fiche: those of a row are counted without its titre. */
  const cell = async (label: string) => {
    const names = await heads.allInnerTexts()
    return row.getByRole('gridcell').nth(names.indexOf(label) - 1)
  }

  await test.step('they are chosen and ordered as the others, where the list is of one plan', async () => {
    await page.goto(`${server.url}/collectivites/${SIREN}/fiches`)
    await page.getByRole('button', { name: 'Champs', exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Statut' })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Surface' })).toHaveCount(0)
    await page.goto(`${server.url}/collectivites/${SIREN}/fiches?plan=${planId}&champs=statut`)
    await page.getByRole('button', { name: 'Champs', exact: true }).click()
    for (const nom of ['Marché', 'Surface', 'Jury', 'Certifiée'])
      await page.getByRole('checkbox', { name: nom }).check()
    await page.getByRole('button', { name: 'Avancer Certifiée' }).click()
    await expectAccessibleInAll(page)
    await page.keyboard.press('Escape')
    await expect(heads).toContainText(['Titre', 'Statut', 'Marché', 'Surface', 'Certifiée', 'Jury'])
  })

  await test.step('each is changed in its cell, as the fiche would take it', async () => {
    await (await cell('Marché')).click()
    await page.getByRole('textbox', { name: `Marché, ${titre}` }).fill('Lot 3')
    await page.keyboard.press('Enter')
    await expect(await cell('Marché')).toHaveText('Lot 3')
    await (await cell('Surface')).click()
    await page.getByRole('textbox', { name: `Surface, ${titre}` }).fill('1 200,5')
    await page.keyboard.press('Enter')
    await expect(await cell('Surface')).toHaveText('1200,5')
    await (await cell('Jury')).click()
    await page.getByLabel(`Jury, ${titre}`).fill('2027-03-12')
    await page.keyboard.press('Enter')
    await expect(await cell('Jury')).toHaveText('12 mars 2027')
    await (await cell('Certifiée')).click()
    await page.getByLabel(`Certifiée, ${titre}`).selectOption('Oui')
    await expect(await cell('Certifiée')).toHaveText('Oui')
  })

  await test.step('a number that is none is taken back, with the reason', async () => {
    await (await cell('Surface')).click()
    await page.getByRole('textbox', { name: `Surface, ${titre}` }).fill('mille')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Rien n’a changé' })).toBeVisible()
    await expect(await cell('Surface')).toHaveText('1200,5')
  })

  await test.step('they are in the address, and a colleague who changes one is seen', async () => {
    const colleague = await openAs(browser, 'admin.blois', server.url)
    await expect(colleague.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
    await colleague.goto(page.url())
    const theirs = colleague.getByRole('row').filter({ has: colleague.getByRole('link', { name: titre, exact: true }) })
    await expect(theirs).toContainText('Lot 3')
    await expect(colleague.getByRole('columnheader')).toContainText([
      'Titre',
      'Statut',
      'Marché',
      'Surface',
      'Certifiée',
      'Jury',
    ])
    await theirs.getByRole('gridcell', { name: 'Lot 3' }).click()
    await colleague.getByRole('textbox', { name: `Marché, ${titre}` }).fill('Lot 4')
    await colleague.keyboard.press('Enter')
    await expect(await cell('Marché')).toHaveText('Lot 4')
    await colleague.context().close()
  })

  await test.step('who may only read changes none', async () => {
    const reader = await openAs(browser, 'lecteur.blois', server.url)
    await expect(reader.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
    await reader.goto(page.url())
    const theirs = reader.getByRole('gridcell', { name: 'Lot 4' })
    await expect(theirs).toHaveAttribute('aria-readonly', 'true')
    await reader.context().close()
  })

  await test.step('without the plan, they go from the table', async () => {
    await page.getByRole('button', { name: /^Retirer le filtre Plan/ }).click()
    await expect(heads).not.toContainText(['Surface'])
    await expect(page).not.toHaveURL(/champ\./)
  })
})
