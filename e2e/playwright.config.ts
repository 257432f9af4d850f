import { defineConfig, devices } from '@playwright/test'
import { chromiumLaunchOptions } from './src/browser.ts'

export default defineConfig({
  testDir: 'journeys',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: await chromiumLaunchOptions(),
  },
})
