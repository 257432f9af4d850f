import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@pupitre/prisma'

export interface CountedPrisma {
  prisma: PrismaClient
  /** The SQL statements that something executes, in order, parameters left out. */
  statementsOf(run: () => Promise<unknown>): Promise<string[]>
}

/** A Prisma client that tells what it sends to PostgreSQL. */
export function createCountedPrisma({ connectionString }: { connectionString: string }): CountedPrisma {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString }),
    log: [{ emit: 'event', level: 'query' }],
  })
  let statements: string[] = []
  prisma.$on('query', ({ query }) => statements.push(query))
  return {
    prisma,
    async statementsOf(run) {
      statements = []
      await run()
      return statements
    },
  }
}
