import type { Prisma } from '@pupitre/prisma'

/** A Prisma client inside a transaction: what a use case writes with. */
export type Tx = Prisma.TransactionClient
