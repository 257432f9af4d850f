import { NotFoundError } from '../errors.ts'
import { ownSessions } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { type PersonViewer, personOf } from '../viewer.ts'

/** Ends one of the viewer's own sessions; its sockets close at once. Answers the viewer. @throws NotFoundError SESSION */
export async function endSession({ viewer, tx, record }: UseCase, id: string): Promise<PersonViewer> {
  const person = personOf(viewer)
  const { count } = await tx.session.deleteMany({ where: { AND: [{ id }, ownSessions(person)] } })
  if (!person || count === 0) throw new NotFoundError('SESSION')
  record.rights({ userIds: [person.userId] })
  return person
}

/** Ends every session of the viewer but the one that asks. Answers the viewer. @throws NotFoundError SESSION */
export async function endOtherSessions({ viewer, tx, record }: UseCase): Promise<PersonViewer> {
  const person = personOf(viewer)
  if (!person) throw new NotFoundError('SESSION')
  await tx.session.deleteMany({ where: { userId: person.userId, id: { not: person.sessionId } } })
  record.rights({ userIds: [person.userId] })
  return person
}
