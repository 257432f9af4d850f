import type { PrismaClient } from '@pupitre/prisma'

/** Thrown at the end of an act which would have been kept. */
class Undone extends Error {
  override name = 'Undone'
}

export interface Undoing {
  prisma: PrismaClient
  /** Runs something; answers whether an act came to its end in it, which nothing keeps. */
  undone(run: () => Promise<void>): Promise<boolean>
}

/** A Prisma client whose acts are all undone at their end, so that each finds what the one before found. */
export function undoing(prisma: PrismaClient): Undoing {
  let isUndoing = false
  let acts = 0
  const transact = (run: unknown, options: unknown) => {
    if (!isUndoing || typeof run !== 'function') return Reflect.apply(prisma.$transaction, prisma, [run, options])
    const throwing = async (tx: unknown) => {
      await run(tx)
      acts += 1
      throw new Undone()
    }
    return Reflect.apply(prisma.$transaction, prisma, [throwing, options])
  }
  return {
    prisma: new Proxy(prisma, {
      get: (target, name) => (name === '$transaction' ? transact : Reflect.get(target, name, target)),
    }),
    async undone(run) {
      acts = 0
      isUndoing = true
      try {
        await run()
      } finally {
        isUndoing = false
      }
      return acts > 0
    },
  }
}
