import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { playwright } from '@vitest/browser-playwright'
import type { TestProjectInlineConfiguration } from 'vitest/config'

/** Chromium from npm on Linux, so that nothing is downloaded at install; elsewhere Playwright's own. `CHROMIUM_PATH` names another. */
async function chromiumPath(): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM_PATH: ${named} does not exist`)
  return named ?? (process.platform === 'linux' ? await sparticuz.executablePath() : undefined)
}

/** A package's tests that need a real browser: its files in `*.browser.test.ts(x)`. */
export async function chromiumProject(): Promise<TestProjectInlineConfiguration> {
  const executablePath = await chromiumPath()
  return {
    extends: true,
    test: {
      name: 'browser',
      include: ['src/**/*.browser.test.{ts,tsx}'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport: { width: 1000, height: 800 },
        instances: [{ browser: 'chromium' }],
        provider: playwright({
          launchOptions: {
            ...(executablePath && { executablePath }),
            args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
          },
          contextOptions: { locale: 'fr-FR', permissions: ['clipboard-read', 'clipboard-write'] },
        }),
      },
    },
  }
}
