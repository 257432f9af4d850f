import type { Invitation } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import type { Mail } from '../mail.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableInvitations } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { newLink } from './invitation-link.ts'

/** One that waits for an answer. Only admins see invitations: to the others it is as if there were none. */
async function demandInvitation({ viewer, tx }: UseCase, id: string): Promise<Invitation> {
  const invitation = await tx.invitation.findFirst({
    where: { AND: [{ id, acceptedAt: null }, readableInvitations(viewer)] },
  })
  if (!invitation) throw new NotFoundError('INVITATION')
  demandInCollectivite(viewer, 'manageMembres', invitation)
  return invitation
}

/** Sends the message again, with a new link for seven days: the former one no longer opens anything. @throws NotFoundError */
export async function resendInvitation(useCase: UseCase, mail: Mail, id: string): Promise<{ invitationId: string }> {
  const { tx } = useCase
  const { collectiviteId } = await demandInvitation(useCase, id)
  // Accepted meanwhile: nothing to send.
  const { count } = await tx.invitation.updateMany({
    where: { id, collectiviteId, acceptedAt: null },
    data: { ...newLink(mail, id), sentAt: null, sendRefusal: null },
  })
  if (count === 0) throw new NotFoundError('INVITATION')
  await mail.post(tx, [{ kind: 'invitation', invitationId: id }])
  return { invitationId: id }
}

/** Takes an invitation back: its link no longer opens anything. @throws NotFoundError */
export async function revokeInvitation(useCase: UseCase, id: string): Promise<{ collectiviteId: string }> {
  const { collectiviteId } = await demandInvitation(useCase, id)
  const { count } = await useCase.tx.invitation.deleteMany({ where: { id, collectiviteId, acceptedAt: null } })
  if (count === 0) throw new NotFoundError('INVITATION')
  return { collectiviteId }
}
