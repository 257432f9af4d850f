import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import type { LaunchOptions } from '@playwright/test'

/**
 * How to launch Chromium: on Linux the one inside an npm package, so that nothing is downloaded at install; elsewhere
 * Playwright's own (`npx playwright install chromium`). `CHROMIUM_PATH` names another one.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH: ${named} does not exist`)
    return { executablePath: named, args: ARGS }
  }
  if (process.platform !== 'linux') return {}
  return { executablePath: await sparticuz.executablePath(), args: ARGS }
}

/** Runs as root in a container, and looks up no host of Google's. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
