import { revokeInvitation } from '../../domain/invitation/manage-invitation.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'

const RevokeInvitationInput = builder.inputType('RevokeInvitationInput', {
  description: 'Annule une invitation : son lien ne sert plus.',
  fields: (t) => ({
    invitationId: t.id({ required: true, description: 'L’invitation.' }),
  }),
})

const RevokeInvitationSuccess = builder.objectRef<{ collectiviteId: string }>('RevokeInvitationSuccess').implement({
  description: 'C’est fait.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'Ce qui a changé, tel que c’est maintenant.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('revokeInvitation', (t) =>
  t.field({
    type: RevokeInvitationSuccess,
    description: 'Annule une invitation : son lien ne sert plus. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RevokeInvitationResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: RevokeInvitationInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => revokeInvitation(useCase, uuidOf('Invitation', input.invitationId))),
  }),
)
