import { test as base, expect } from '@playwright/test'
import { fillSignIn } from './fill-sign-in.ts'
import { Mailbox } from './mailbox.ts'
import { ServerProcess } from './server-process.ts'

interface AppFixtures {
  /** Opens the application as one of the demonstration's people, and shows their plans. */
  signIn: (account: string) => Promise<void>
}

interface AppWorker {
  /** The real SMTP server that the server under test sends by. */
  mailbox: Mailbox
  server: ServerProcess
}

/** A test of the application on a real server of its own file; anything that the browser complains of fails it. */
export const test = base.extend<AppFixtures, AppWorker>({
  mailbox: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from a pattern
    async ({}, use) => {
      const mailbox = await Mailbox.open()
      await use(mailbox)
      await mailbox.close()
    },
    { scope: 'worker' },
  ],

  server: [
    async ({ mailbox }, use) => {
      const server = await ServerProcess.start({ smtpUrl: mailbox.url })
      await use(server)
      await server.dispose()
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  page: async ({ page, server: { url } }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text())
    })
    await page.goto(url)
    await use(page)
    expect(complaints).toEqual([])
  },

  signIn: async ({ page, server: { url } }, use) => {
    await use(async (account) => {
      // The page is there already at the start of a test.
      if (!page.url().startsWith(`${url}/connexion`)) await page.goto(url)
      await fillSignIn(page, account)
      await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
      await page.goto(new URL('plans', page.url()).href)
      await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
    })
  },
})

/**
 * What a browser prints by itself when a test asks for it: a wrong password, a page that is not there, a server that is away, a socket
 * held by the test which the server closes.
 */
function isExpected(text: string): boolean {
  return /^Failed to load resource|^WebSocket (?:connection to|is already in CLOSING)|^TypeError: Failed to fetch/.test(
    text,
  )
}
