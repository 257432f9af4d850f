import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { chromiumLaunchOptions } from '../browser.ts'

/**
 * Chromium, behind all else that runs on the machine: people look at pages on machines of their own, and what those draw takes nothing from the server.
 */
export async function launchBehind(): Promise<Browser> {
  const { executablePath = chromium.executablePath(), args = [] } = await chromiumLaunchOptions()
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-behind-'))
  const launcher = join(folder, 'chromium.sh')
  await writeFile(launcher, `#!/bin/sh\nexec nice -n 19 '${executablePath}' "$@"\n`, { mode: 0o755 })
  const browser = await chromium.launch({ executablePath: launcher, args })
  browser.on('disconnected', () => void rm(folder, { recursive: true }))
  return browser
}
