import type { JournalOrigine } from '@pupitre/prisma'
import { test } from 'vitest'
import { createChangeBus } from '../src/bus/change-bus.ts'
import { inTransaction } from '../src/bus/in-transaction.ts'
import type { UseCase } from '../src/domain/use-case.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { createSyncServer } from '../src/sync/sync-server.ts'
import { createCountedPrisma } from './counted-prisma.ts'
import { createFactories } from './factories.ts'
import { silentLogger } from './silent-logger.ts'
import { testDatabase } from './test-database.ts'

/** A test of use cases over the shared database, each act in a transaction of its own, with the real live text. */
export const domainTest = test
  .extend('counted', { scope: 'file' }, ({}, { onCleanup }) => {
    const counted = createCountedPrisma(testDatabase())
    onCleanup(() => counted.prisma.$disconnect())
    return counted
  })
  .extend('prisma', { scope: 'file' }, ({ counted }) => counted.prisma)
  .extend('make', { scope: 'file' }, ({ prisma }) => createFactories(prisma))
  .extend('act', { scope: 'file' }, async ({ prisma }, { onCleanup }) => {
    const { connectionString } = testDatabase()
    const sync = createSyncServer({
      database: { connectionString },
      authorise: () => Promise.resolve(null),
      logger: silentLogger,
    })
    onCleanup(() => sync.close())
    const bus = createChangeBus()
    return <Result>(
      viewer: Viewer | null,
      run: (useCase: UseCase) => Promise<Result>,
      options: { origine?: JournalOrigine } = {},
    ): Promise<Result> => inTransaction({ prisma, viewer, liveText: sync.liveText, bus }, run, options)
  })
