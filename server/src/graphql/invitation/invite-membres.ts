import { inviteMembres } from '../../domain/invitation/invite-membres.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { RoleEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { InvitationType } from './invitation.ts'

const InviteInput = builder.inputType('InviteInput', {
  description: 'Quelqu’un à inviter.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Son adresse de courriel.' }),
    personneIds: t.idList({ description: 'Les personnes sans compte que c’est : leurs fiches seront les siennes.' }),
  }),
})

const InviteMembresInput = builder.inputType('InviteMembresInput', {
  description: 'Des personnes à inviter, avec le même rôle et les mêmes services.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'Leur rôle.' }),
    serviceIds: t.idList({ description: 'Les services dont elles seront membres, 100 au plus.' }),
    invites: t.field({ type: [InviteInput], required: true, description: 'Les personnes, 100 au plus.' }),
  }),
})

const InviteMembresSuccess = builder.objectRef<{ invitationIds: string[] }>('InviteMembresSuccess').implement({
  description: 'Les invitations partent par courriel.',
  fields: (t) => ({
    invitations: t.prismaField({
      type: [InvitationType],
      description: 'Les invitations, 100 au plus.',
      resolve: (query, { invitationIds }, _args, { prisma }) =>
        prisma.invitation.findMany({ ...query, where: { id: { in: invitationIds } }, orderBy: { id: 'asc' } }),
    }),
  }),
})

builder.mutationField('inviteMembres', (t) =>
  t.field({
    type: InviteMembresSuccess,
    description: 'Invite des personnes par courriel : toutes, ou aucune. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'InviteMembresResult', description: 'Les invitations, ou une erreur.' },
    },
    args: { input: t.arg({ type: InviteMembresInput, required: true, description: 'Qui inviter.' }) },
    resolve: (_root, { input: { collectiviteId, role, serviceIds, invites } }, context) =>
      inTransaction(context, (useCase) =>
        inviteMembres(useCase, context.mail, {
          collectiviteId: uuidOf('Collectivite', collectiviteId),
          role,
          serviceIds: serviceIds?.map((id) => uuidOf('Service', id)) ?? [],
          invites: invites.map(({ email, personneIds }) => ({
            email,
            personneIds: personneIds?.map((id) => uuidOf('Personne', id)) ?? [],
          })),
        }),
      ),
  }),
)
