import { Role } from '@pupitre/prisma'
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { demandMembre } from './demand-membre.ts'
import { demandAnotherAdmin } from './lock-membres.ts'

/*
 * Acts of an admin on a member's place. Whoever loses or gains rights has their sockets closed, and is judged again.
 * Each throws NotFoundError (the member, the service), ForbiddenError; ValidationError for what cannot be read.
 */

const roleSchema = z.object({ membreId: z.guid(), role: z.enum(Role) })

/** Gives another role. @throws ConflictError LAST_ADMIN */
export async function setMembreRole(
  useCase: UseCase,
  input: z.input<typeof roleSchema>,
): Promise<{ membreId: string }> {
  const { tx, record } = useCase
  const { membreId, role } = parseInput(roleSchema, input)
  const { collectiviteId, userId, ...membre } = await demandMembre(useCase, membreId)
  if (membre.role !== role) {
    if (membre.role === 'ADMIN') await demandAnotherAdmin(tx, { collectiviteId, membreId })
    await tx.membre.update({ where: { id: membreId, collectiviteId }, data: { role } })
    record.rights({ userIds: [userId] })
  }
  return { membreId }
}

const serviceSchema = z.object({ membreId: z.guid(), serviceId: z.guid() })
type MembreOfService = z.input<typeof serviceSchema>

/** Makes a member one of a service's; one who is already is left as they are. */
export async function addMembreService(useCase: UseCase, input: MembreOfService): Promise<{ membreId: string }> {
  const { tx, record } = useCase
  const { membreId, serviceId } = parseInput(serviceSchema, input)
  const { collectiviteId, userId } = await demandMembre(useCase, membreId)
  if (!(await tx.service.findFirst({ where: { id: serviceId, collectiviteId } }))) throw new NotFoundError('SERVICE')
  await tx.membreService.createMany({ data: [{ membreId, serviceId, collectiviteId }], skipDuplicates: true })
  record.rights({ userIds: [userId] })
  return { membreId }
}

/** Takes a member out of a service; one who is not in it is left as they are. */
export async function removeMembreService(useCase: UseCase, input: MembreOfService): Promise<{ membreId: string }> {
  const { tx, record } = useCase
  const { membreId, serviceId } = parseInput(serviceSchema, input)
  const { collectiviteId, userId } = await demandMembre(useCase, membreId)
  await tx.membreService.deleteMany({ where: { membreId, serviceId, collectiviteId } })
  record.rights({ userIds: [userId] })
  return { membreId }
}
