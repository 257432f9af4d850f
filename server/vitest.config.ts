import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of the sync server that run a second time over streams. */
const OVER_STREAMS = ['awareness', 'durability', 'edit-intake', 'limits', 'opening', 'rooms', 'stop']

export default defineConfig({
  // The file that Node itself takes: Vite would give our code a second copy of graphql, whose types the first refuses.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    globalSetup: ['./test/start-test-database.ts'],
    // PostgreSQL does half of the work, and waits for the other half: one core is not left free for Vitest itself.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'server', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      // What holds by a websocket holds where they are blocked.
      {
        extends: true,
        test: {
          name: 'streams',
          include: OVER_STREAMS.map((name) => `src/sync/${name}.test.ts`),
          env: { SYNC_TRANSPORT: 'stream' },
        },
      },
    ],
    // A page of Prisma's client loads in seconds on two busy cores, and real sockets and databases take their time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
