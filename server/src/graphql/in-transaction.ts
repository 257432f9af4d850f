import type { UseCase } from '../domain/use-case.ts'
import type { GraphqlContext } from './context.ts'

/** Longest that one mutation may take before it is undone. */
const MUTATION_TIMEOUT_MS = 10_000

/** Runs a use case in a transaction of its own: all of it is kept, or nothing. */
export function inTransaction<Result>(
  { prisma, viewer, liveText }: GraphqlContext,
  run: (useCase: UseCase) => Promise<Result>,
): Promise<Result> {
  return prisma.$transaction((tx) => run({ viewer, tx, liveText }), { timeout: MUTATION_TIMEOUT_MS })
}
