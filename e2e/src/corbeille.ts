import { expect, type Page } from '@playwright/test'
import { graphqlAs } from './graphql-as.ts'

/** Puts a plan or a fiche into the corbeille; answers its line there. */
export async function deleted(admin: Page, of: { plan: string } | { fiche: string }): Promise<string> {
  const query =
    'plan' in of ? `{ thing: plan(uuid: "${of.plan}") { id } }` : `{ thing: fiche(uuid: "${of.fiche}") { id } }`
  const { thing } = await graphqlAs<{ thing: { id: string } }>(admin, query)
  const mutation =
    'plan' in of
      ? `gone: deletePlan(input: { planId: "${thing.id}" }) { ... on DeletePlanSuccess { suppressions { id } } }`
      : `gone: deleteFiches(input: { ficheIds: ["${thing.id}"] }) { ... on DeleteFichesSuccess { suppressions { id } } }`
  const { gone } = await graphqlAs<{ gone: { suppressions: { id: string }[] } }>(admin, `mutation { ${mutation} }`)
  return gone.suppressions[0]?.id ?? ''
}

/** Brings back what a line of the corbeille holds. */
export async function restored(admin: Page, suppressionId: string): Promise<void> {
  const query = `mutation { restore(input: { suppressionIds: ["${suppressionId}"] }) { __typename } }`
  expect(await graphqlAs(admin, query)).toEqual({ restore: { __typename: 'RestoreSuccess' } })
}

export async function expectNotInCorbeille(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Corbeille' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.getByText(name)).toHaveCount(0)
}
