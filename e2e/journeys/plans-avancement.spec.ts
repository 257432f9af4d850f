import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../src/expect-accessible.ts'
import { graphqlAs } from '../src/graphql-as.ts'
import { openAs } from '../src/open-as.ts'

// How far the plans of a collectivité are, in cards and in a table.

const PLAN = 'Projet de territoire 2040'

interface Plans {
  plans: {
    edges: {
      node: {
        nom: string
        avancement: { enRetardCount: number }
        placements: { edges: { node: { fiche: { id: string; statut: string | null } } }[] }
      }
    }[]
  }
}

test('says how far, how late and how dear each plan is, sorted as asked, and follows colleagues', async ({
  page,
  signIn,
  browser,
}) => {
  await signIn('editeur.blois')
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: PLAN })
  await expect(card).toContainText(/\d+\sfiches? réalisées? sur\s\d+/)
  await expect(card).toContainText(/\d+\s%/)

  await test.step('the order and the view are in the address', async () => {
    await page.getByLabel('Trier par').selectOption('Retard, les plus en retard d’abord')
    await page.getByRole('navigation', { name: 'Vues des plans' }).getByRole('link', { name: 'Tableau' }).click()
    await expect(page).toHaveURL(/tri=retard/)
    const late = page.getByRole('row').locator('td:nth-of-type(3)')
    await expect(late.first()).toBeVisible()
    const counts = (await late.allInnerTexts()).map(Number)
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    await page.reload()
    await expect(page.getByRole('table', { name: 'Avancement, retard et budget des plans' })).toBeVisible()
    await expect(page.getByLabel('Trier par')).toHaveValue('retard')
  })

  await test.step('what a colleague finishes counts without a reload', async () => {
    const line = page.getByRole('row').filter({ hasText: PLAN })
    const done = async () => Number.parseInt(await line.locator('td').nth(1).innerText(), 10)
    const before = await done()
    const admin = await openAs(browser, 'admin.blois', page.url())
    await expect(admin.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
    const { plans } = await graphqlAs<Plans>(
      admin,
      `{ plans(first: 1, where: { nom: { equals: "${PLAN}" } }) { edges { node { nom avancement { enRetardCount }
        placements(first: 50) { edges { node { fiche { id statut } } } } } } } }`,
    )
    const open = plans.edges[0]?.node.placements.edges.find(({ node }) => node.fiche.statut !== 'REALISE')
    await graphqlAs(
      admin,
      'mutation Finish($input: UpdateFicheInput!) { updateFiche(input: $input) { __typename ... on Error { message } } }',
      { input: { ficheId: open?.node.fiche.id, statut: 'REALISE' } },
    )
    await admin.context().close()
    await expect.poll(done, { timeout: 15_000 }).toBe(before + 1)
  })

  await test.step('a plan opens from its line, by the keyboard', async () => {
    await page.getByRole('link', { name: PLAN }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  })
})

test('has no violation, in cards and in a table', async ({ page, signIn }) => {
  test.setTimeout(LOOKED_AT_IN_ALL_MS)
  await signIn('editeur.blois')
  await expectAccessibleInAll(page)
  await page.getByRole('navigation', { name: 'Vues des plans' }).getByRole('link', { name: 'Tableau' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessibleInAll(page)
})
