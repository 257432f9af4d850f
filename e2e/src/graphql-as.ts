import type { Page } from '@playwright/test'

/** Asks the server with the session of a page. @throws Error with the server's errors, if it has any. */
export async function graphqlAs<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const response = await page.request.post(new URL('/graphql', page.url()).href, { data: { query, variables } })
  const { data, errors }: { data: Data; errors?: unknown } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}
