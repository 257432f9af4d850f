import { defineConfig } from 'vitest/config'

/** The tests of the repository's own scripts, of the start of a clone, and of the import directions. */
export default defineConfig({
  test: { include: ['scripts/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
})
