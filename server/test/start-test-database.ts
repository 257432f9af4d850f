import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@pupitre/prisma'
import type { TestProject } from 'vitest/node'
import { openCluster } from '../src/database/embedded/open-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** libpq URL of the PostgreSQL that the run shares. */
    databaseUrl: string
  }
}

/** Before the run: an embedded PostgreSQL of its own, migrated. After it: stopped, its folder removed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-test-'))
  const cluster = await openCluster({ dataDir, share: false })
  const stop = async (): Promise<void> => {
    await cluster.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  const { connectionString } = cluster
  await migrate({ connectionString }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  project.provide('databaseUrl', connectionString)
  return stop
}
