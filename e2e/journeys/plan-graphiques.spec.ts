import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../src/expect-accessible.ts'
import { graphqlAs } from '../src/graphql-as.ts'
import { openAs } from '../src/open-as.ts'

// The fiches of a plan drawn by statut, by axe and by time, beside its tree.

const PLAN = 'Projet de territoire 2040'

interface Places {
  plans: { edges: { node: { placements: { edges: { node: { fiche: { id: string; statut: string | null } } }[] } } }[] }
}

const region = (page: Page) => page.getByRole('region', { name: 'Graphiques', exact: true })

test('draws a plan by statut, by axe and by time, and follows colleagues', async ({ page, signIn, browser }) => {
  await signIn('editeur.blois')
  await page.getByRole('link', { name: PLAN }).click()
  const button = page.getByRole('button', { name: 'Graphiques', exact: true })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(region(page)).toBeHidden()

  await test.step('opens by the keyboard, and what is drawn is written too', async () => {
    await button.press('Enter')
    await expect(region(page).getByRole('table', { name: 'Fiches par statut' })).toBeVisible()
    await region(page).getByText('Voir les nombres par axe').press('Enter')
    const byAxe = region(page).getByRole('table', { name: 'Fiches de chaque axe par statut' })
    await expect(byAxe.getByRole('rowheader').first()).toBeVisible()
    await region(page).getByText('Voir les nombres par date de fin').press('Enter')
    await expect(region(page).getByRole('table', { name: 'Fiches par date de fin' })).toBeVisible()
    await expect(region(page).locator('.recharts-bar')).toHaveCount(3)
  })

  await test.step('what a colleague finishes moves at once', async () => {
    const admin = await openAs(browser, 'admin.blois', page.url())
    await expect(admin.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
    const { plans } = await graphqlAs<Places>(
      admin,
      `{ plans(first: 1, where: { nom: { equals: "${PLAN}" } }) { edges { node {
        placements(first: 50) { edges { node { fiche { id statut } } } } } } } }`,
    )
    const fiche = plans.edges[0]?.node.placements.edges.find(({ node }) => node.fiche.statut !== 'BLOQUE')
    await expect(region(page).getByRole('row', { name: /^Bloqué/ })).toHaveCount(0)
    await graphqlAs(
      admin,
      'mutation Block($input: UpdateFicheInput!) { updateFiche(input: $input) { __typename ... on Error { message } } }',
      { input: { ficheId: fiche?.node.fiche.id, statut: 'BLOQUE' } },
    )
    await admin.context().close()
    await expect(region(page).getByRole('row', { name: /^Bloqué/ })).toContainText('1')
  })

  await test.step('a number leads to the fiches that it counts, and back', async () => {
    await region(page).getByRole('link', { name: 'Bloqué' }).click()
    await expect(page).toHaveURL(/statut=BLOQUE/)
    await expect(page.getByText(/· 1\sfiche$/)).toBeVisible()
    await page.goBack()
    await expect(region(page).getByRole('table', { name: 'Fiches par statut' })).toBeVisible()
  })

  await test.step('closes, and gives the focus back', async () => {
    await region(page).getByRole('button', { name: 'Fermer les graphiques' }).press('Enter')
    await expect(region(page)).toBeHidden()
    await expect(button).toBeFocused()
  })
})

test('leaves the tree in reach on a phone, and has no violation anywhere', async ({ page, signIn }) => {
  test.setTimeout(LOOKED_AT_IN_ALL_MS)
  await signIn('editeur.blois')
  await page.getByRole('link', { name: 'Plan climat-air-énergie territorial 2024-2029' }).click()
  await page.getByRole('button', { name: 'Graphiques', exact: true }).click()
  for (const summary of await region(page)
    .getByText(/^Voir les nombres/)
    .all())
    await summary.click()
  await expect(region(page).locator('.recharts-bar')).toHaveCount(3)
  await expectAccessibleInAll(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const { height = 0 } = (await region(page).boundingBox()) ?? {}
  expect(height).toBeLessThan(500)
})

test('says that there is nothing to draw yet, and when the drawings do not come', async ({ page, signIn }) => {
  await signIn('editeur.blois')
  await page.getByRole('button', { name: 'Créer un plan' }).click()
  await page.getByLabel('Nom du plan').fill('Plan sans fiche')
  await page.getByRole('button', { name: 'Créer le plan' }).click()
  await page.getByRole('button', { name: 'Graphiques', exact: true }).click()
  await expect(region(page)).toContainText('Les graphiques se dessinent dès la première fiche du plan.')

  await page.route('**/assets/graphiques-*.js', (route) => route.abort())
  await page.reload()
  await page.getByRole('button', { name: 'Graphiques', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Les graphiques n’ont pas pu être chargés.')
  await expect(page.getByRole('heading', { level: 1, name: 'Plan sans fiche' })).toBeVisible()
})
