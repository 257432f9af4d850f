import type { Browser, Page } from '@playwright/test'
import { fillSignIn } from './fill-sign-in.ts'

/** Another browser, signed in as one of the demonstration's people, at an address of the server under test. */
export async function openAs(browser: Browser, account: string, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
  const page = await context.newPage()
  const { origin, pathname } = new URL(address)
  await page.goto(`${origin}/connexion?retour=${pathname}`)
  await fillSignIn(page, account)
  return page
}
