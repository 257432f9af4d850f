import { test } from 'vitest'
import { createCountedPrisma } from './counted-prisma.ts'
import { createFactories } from './factories.ts'
import { startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

/** A test of the API over the shared database: the app, factories, and a count of the statements; one set per file. */
export const graphqlTest = test
  .extend('counted', { scope: 'file' }, ({}, { onCleanup }) => {
    const counted = createCountedPrisma(testDatabase())
    onCleanup(() => counted.prisma.$disconnect())
    return counted
  })
  .extend('prisma', { scope: 'file' }, ({ counted }) => counted.prisma)
  .extend('make', { scope: 'file' }, ({ prisma }) => createFactories(prisma))
  .extend('app', { scope: 'file' }, async ({ prisma }, { onCleanup }) => {
    const app = await startGraphqlApp({ prisma, connectionString: testDatabase().connectionString })
    onCleanup(() => app.close())
    return app
  })
