import type { JournalOrigine, PrismaClient } from '@pupitre/prisma'
import { tellActe } from '../domain/journal/tell-acte.ts'
import type { LiveText } from '../domain/live-text.ts'
import { ForbiddenError, NotFoundError } from '../domain/errors.ts'
import { refusals } from '../domain/refusals.ts'
import { demandWriter } from '../domain/rights/demand.ts'
import type { UseCase } from '../domain/use-case.ts'
import { authorIdOf, type Viewer } from '../domain/viewer.ts'
import { type ChangeBus, ChangeCollector } from './change-bus.ts'
import { isOvertaken } from './overtaken.ts'

/** Longest that one act may take before it is undone. */
const TIMEOUT_MS = 10_000

export interface Transacting {
  prisma: PrismaClient
  viewer: Viewer | null
  liveText: LiveText
  bus: ChangeBus
}

/** Times that one act is done: a colleague who comes in between twice is rare, and three times a defect of ours. */
const MAX_TRIES = 3

/**
 * Runs a use case in a transaction of its own: all of it is kept, or nothing. What it changed is told once it is kept. When a
 * colleague's act overtakes it, it is undone and done again from what is there then.
 *
 * @throws ForbiddenError SEEING_AS_READ_ONLY before anything is begun
 */
export async function inTransaction<Result>(
  { prisma, viewer, liveText, bus }: Transacting,
  run: (useCase: UseCase) => Promise<Result>,
  { timeoutMs = TIMEOUT_MS, origine = 'PAGE' }: { timeoutMs?: number; origine?: JournalOrigine } = {},
): Promise<Result> {
  demandWriter(viewer)
  for (let tries = 1; ; tries += 1) {
    const record = new ChangeCollector()
    try {
      const result = await prisma.$transaction(
        async (tx) => {
          await tellActe(tx, { viewer, origine })
          return run({ viewer, tx, liveText, record })
        },
        { timeout: timeoutMs },
      )
      record.publishOn(bus, { by: viewer && { userId: authorIdOf(viewer), name: viewer.name }, at: new Date() })
      if (record.written.length > 0) await liveText.follow(record.written)
      return result
    } catch (error) {
      if (error instanceof ForbiddenError || error instanceof NotFoundError)
        refusals.publish({ by: 'rights', reason: error.code })
      if (tries === MAX_TRIES || !isOvertaken(error)) throw error
    }
  }
}
