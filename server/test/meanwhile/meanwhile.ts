import type { PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import type { UseCase } from '../../src/domain/use-case.ts'
import type { Viewer } from '../../src/domain/viewer.ts'

/** How an act ended. */
export type Outcome<Value> = { value: Value; error?: never } | { value?: never; error: unknown }

interface Meanwhile<First, Second> {
  prisma: PrismaClient
  viewer: Viewer | null
  act: <Result>(viewer: Viewer | null, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>
  first: (useCase: UseCase) => Promise<First>
  second: (useCase: UseCase) => Promise<Second>
}

/**
 * Does a first act and keeps it from committing until a second one, begun meanwhile, waits for it or is over: what the second
 * read before it waited is then of the past.
 */
export async function meanwhile<First, Second>({
  prisma,
  viewer,
  act,
  first,
  second,
}: Meanwhile<First, Second>): Promise<{ first: First; second: Outcome<Second> }> {
  let isOver = false
  let outcome: Promise<Outcome<Second>> | undefined
  const done = await act(viewer, async (useCase) => {
    const result = await first(useCase)
    const [holder] = await useCase.tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    outcome = act(viewer, second)
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      )
      .finally(() => (isOver = true))
    const waits = async () => {
      const [row] = await prisma.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE ${holder?.pid} = ANY (pg_blocking_pids(pid))`
      return isOver || (row?.waiting ?? 0) > 0
    }
    await expect.poll(waits, { interval: 5 }).toBe(true)
    return result
  })
  if (!outcome) throw new Error('the second act is begun by the first')
  return { first: done, second: await outcome }
}
