import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['./test/start-test-database.ts'],
    // A page of Prisma's client loads in seconds on two busy cores, and real sockets and databases take their time.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
