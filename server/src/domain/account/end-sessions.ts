import { NotFoundError } from '../errors.ts'
import { ownSessions } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** Ends one of the viewer's own sessions; its sockets close at once. @throws NotFoundError SESSION */
export async function endSession({ viewer, tx, record }: UseCase, id: string): Promise<void> {
  const { count } = await tx.session.deleteMany({ where: { AND: [{ id }, ownSessions(viewer)] } })
  if (!viewer || count === 0) throw new NotFoundError('SESSION')
  record.rights({ userIds: [viewer.userId] })
}

/** Ends every session of the viewer but the one that asks. */
export async function endOtherSessions({ viewer, tx, record }: UseCase): Promise<void> {
  if (!viewer) throw new NotFoundError('SESSION')
  await tx.session.deleteMany({ where: { userId: viewer.userId, id: { not: viewer.sessionId } } })
  record.rights({ userIds: [viewer.userId] })
}
