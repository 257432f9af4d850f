import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { demandWriter } from '../rights/demand.ts'
import { readableFils } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { personOf } from '../viewer.ts'

const markSchema = z.object({ filId: z.guid(), lu: z.boolean() })

/**
 * Keeps for oneself that a thread is read up to now, or not read at all. Nobody else is told.
 * @throws NotFoundError, ForbiddenError for an admin who sees as somebody else.
 */
export async function markFil(useCase: UseCase, input: z.input<typeof markSchema>): Promise<{ filId: string }> {
  const { viewer, tx } = useCase
  const { filId, lu } = parseInput(markSchema, input)
  const fil = await tx.fil.findFirst({ where: { AND: [{ id: filId }, readableFils(viewer)] }, select: { id: true } })
  const person = personOf(viewer)
  if (!fil || !person) throw new NotFoundError('FIL')
  demandWriter(viewer)
  await noteReading(useCase, { filId, userId: person.userId, luAt: lu ? new Date() : null })
  return { filId }
}

/** Up to when somebody has read a thread; null: not at all. */
export async function noteReading(
  { tx }: Pick<UseCase, 'tx'>,
  { filId, userId, luAt }: { filId: string; userId: string; luAt: Date | null },
): Promise<void> {
  const key = { filId, userId }
  if (luAt === null) await tx.filLecture.deleteMany({ where: key })
  else await tx.filLecture.upsert({ where: { filId_userId: key }, create: { ...key, luAt }, update: { luAt } })
}
