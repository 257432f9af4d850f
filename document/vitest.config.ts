import { defineConfig } from 'vitest/config'
import { chromiumProject } from '../vitest.chromium.ts'

export default defineConfig({
  test: {
    // Two busy cores take their time.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,fuzz,test}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      await chromiumProject(),
    ],
  },
})
