import { readdirSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import { chromiumLaunchOptions } from './src/browser.ts'

const JOURNEYS = new URL('journeys/', import.meta.url)

export default defineConfig({
  testDir: 'journeys',
  // A project has workers of its own, so each journey, a file or a folder of them, has a server of its own: what one changes, no
  // other meets.
  projects: readdirSync(JOURNEYS).map((entry) => ({
    name: entry.replace(/\.spec\.ts$/, ''),
    testMatch: entry.endsWith('.ts') ? entry : `${entry}/*.spec.ts`,
  })),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // A server and a browser for each: what waits for a disk or a timer leaves the other core to the next. One after the other takes twice as long.
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    // What opens is there at once: axe measures no colour in the middle of a fade.
    contextOptions: { reducedMotion: 'reduce' },
    // `--trace on` keeps what each action saw: it costs every journey a third of its time.
    trace: 'off',
    launchOptions: await chromiumLaunchOptions(),
  },
})
