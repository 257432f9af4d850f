/** Generates Prisma's client and Pothos' types without Prisma's schema engine, whose download closed networks refuse. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('prisma', ['generate', '--no-hints'], {
  stdio: 'inherit',
  // Any file that exists stops the download; `generate` never runs it.
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
})
process.exit(status ?? 1)
