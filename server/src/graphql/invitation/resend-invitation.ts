import { resendInvitation } from '../../domain/invitation/manage-invitation.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { InvitationType } from './invitation.ts'

const ResendInvitationInput = builder.inputType('ResendInvitationInput', {
  description: 'Renvoie une invitation, avec un nouveau lien ; l’ancien ne sert plus.',
  fields: (t) => ({
    invitationId: t.id({ required: true, description: 'L’invitation.' }),
  }),
})

const ResendInvitationSuccess = builder.objectRef<{ invitationId: string }>('ResendInvitationSuccess').implement({
  description: 'L’invitation est renvoyée.',
  fields: (t) => ({
    invitation: t.prismaField({
      type: InvitationType,
      description: 'Ce qui a changé, tel que c’est maintenant.',
      resolve: (query, { invitationId }, _args, { prisma }) =>
        prisma.invitation.findUniqueOrThrow({ ...query, where: { id: invitationId } }),
    }),
  }),
})

builder.mutationField('resendInvitation', (t) =>
  t.field({
    type: ResendInvitationSuccess,
    description:
      'Renvoie une invitation, avec un nouveau lien ; l’ancien ne sert plus. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'ResendInvitationResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: ResendInvitationInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        resendInvitation(useCase, context.mail, uuidOf('Invitation', input.invitationId)),
      ),
  }),
)
