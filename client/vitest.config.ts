import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chromiumProject } from '../vitest.chromium.ts'

export default defineConfig({
  plugins: [react()],
  test: {
    // Two busy cores take their time.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}'], exclude: ['src/**/*.browser.test.{ts,tsx}'] },
      },
      await chromiumProject(),
    ],
  },
})
