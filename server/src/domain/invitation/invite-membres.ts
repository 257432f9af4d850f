import { v7 as uuidv7 } from 'uuid'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { NotFoundError, ValidationError, type ValidationIssue } from '../errors.ts'
import type { Mail } from '../mail.ts'
import { lockMembres } from '../membre/lock-membres.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { newLink } from './invitation-link.ts'
import { invitationsSchema, type NewInvitations } from './invitation-rules.ts'

/**
 * Invites people by e-mail: all of them, or none. An invitation to the same address that is past its date makes way.
 * @throws ValidationError (addresses, members, those who are invited already), NotFoundError (the collectivité, a service, a
 * person), ForbiddenError.
 */
export async function inviteMembres(
  useCase: UseCase,
  mail: Mail,
  input: NewInvitations,
): Promise<{ invitationIds: string[] }> {
  const { viewer, tx } = useCase
  const { collectiviteId, role, serviceIds, invites } = parseInput(invitationsSchema, input)
  await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(viewer, 'manageMembres', { collectiviteId })
  await lockMembres(tx, collectiviteId)
  const personneIds = [...new Set(invites.flatMap((invite) => invite.personneIds))]
  await demandAll(tx, { collectiviteId, serviceIds, personneIds })

  const emails = invites.map(({ email }) => email)
  await tx.invitation.deleteMany({
    where: { collectiviteId, email: { in: emails }, acceptedAt: null, expiresAt: { lte: new Date() } },
  })
  const issues = await refusals(tx, { collectiviteId, emails })
  if (issues.length > 0) throw new ValidationError(issues)

  const rows = invites.map(({ email, personneIds: standsFor }) => {
    const id = uuidv7()
    return {
      row: { id, collectiviteId, email, role, invitedById: viewer?.userId ?? null, ...newLink(mail, id) },
      standsFor,
    }
  })
  await tx.invitation.createMany({ data: rows.map(({ row }) => row) })
  await tx.invitationService.createMany({
    data: rows.flatMap(({ row }) =>
      [...new Set(serviceIds)].map((serviceId) => ({ invitationId: row.id, serviceId, collectiviteId })),
    ),
  })
  await tx.invitationPersonne.createMany({
    data: rows.flatMap(({ row, standsFor }) =>
      [...new Set(standsFor)].map((personneId) => ({ invitationId: row.id, personneId, collectiviteId })),
    ),
  })
  const invitationIds = rows.map(({ row }) => row.id)
  await mail.post(
    tx,
    invitationIds.map((invitationId) => ({ kind: 'invitation', invitationId })),
  )
  return { invitationIds }
}

interface Named {
  collectiviteId: string
  serviceIds: readonly string[]
  personneIds: readonly string[]
}

async function demandAll(tx: Tx, { collectiviteId, serviceIds, personneIds }: Named): Promise<void> {
  const services = new Set(serviceIds)
  const foundServices = await tx.service.count({ where: { collectiviteId, id: { in: [...services] } } })
  if (foundServices < services.size) throw new NotFoundError('SERVICE')
  const found = await tx.personne.count({ where: { collectiviteId, membreId: null, id: { in: [...personneIds] } } })
  if (found < personneIds.length) throw new NotFoundError('PERSONNE')
}

async function refusals(
  tx: Tx,
  { collectiviteId, emails }: { collectiviteId: string; emails: readonly string[] },
): Promise<ValidationIssue[]> {
  const membres = await tx.membre.findMany({
    where: { collectiviteId, user: { email: { in: [...emails] } } },
    select: { user: { select: { email: true } } },
  })
  const waiting = await tx.invitation.findMany({
    where: { collectiviteId, email: { in: [...emails] }, acceptedAt: null },
    select: { email: true },
  })
  const issue = (code: string, email: string, why: string): ValidationIssue => ({
    code,
    message: `${email} ${why}`,
    path: ['invites', String(emails.indexOf(email)), 'email'],
  })
  return [
    ...membres.map(({ user }) => issue('ALREADY_MEMBRE', user.email, 'est déjà membre de la collectivité.')),
    ...waiting.map(({ email }) => issue('ALREADY_INVITED', email, 'a déjà une invitation en attente : renvoyez-la.')),
  ]
}
