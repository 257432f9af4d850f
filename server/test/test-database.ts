import { createPrismaClient, type PrismaClient } from '@pupitre/prisma'
import { inject } from 'vitest'

export interface TestDatabase {
  connectionString: string
  /** Shared by the tests of one file; closed with their worker. */
  prisma: PrismaClient
}

let opened: TestDatabase | undefined

/**
 * The real PostgreSQL that every test of the package shares, with each migration applied. A test owns the collectivité
 * that it creates and looks at nothing else; what counts or changes whole tables takes `emptyDatabase` instead.
 */
export function testDatabase(): TestDatabase {
  const connectionString = inject('databaseUrl')
  opened ??= { connectionString, prisma: createPrismaClient({ connectionString, maxConnections: 4 }) }
  return opened
}
