import type { Page } from '@playwright/test'

/** Goes to the plans of the collectivité by the main navigation, once it is there: the pages before sign-in speak of public plans too. */
export async function goToPlans(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Navigation principale' })
  await navigation.getByRole('link', { name: 'Plans', exact: true }).click()
}
