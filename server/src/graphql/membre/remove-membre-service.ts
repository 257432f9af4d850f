import { removeMembreService } from '../../domain/membre/change-membre.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { MembreType } from '../viewer/membre.ts'

const RemoveMembreServiceInput = builder.inputType('RemoveMembreServiceInput', {
  description: 'Retire un membre d’un service.',
  fields: (t) => ({
    membreId: t.id({ required: true, description: 'Le membre.' }),
    serviceId: t.id({ required: true, description: 'Le service.' }),
  }),
})

const RemoveMembreServiceSuccess = builder.objectRef<{ membreId: string }>('RemoveMembreServiceSuccess').implement({
  description: 'Le membre est changé.',
  fields: (t) => ({
    membre: t.prismaField({
      type: MembreType,
      description: 'Ce qui a changé, tel que c’est maintenant.',
      resolve: (query, { membreId }, _args, { prisma }) =>
        prisma.membre.findUniqueOrThrow({ ...query, where: { id: membreId } }),
    }),
  }),
})

builder.mutationField('removeMembreService', (t) =>
  t.field({
    type: RemoveMembreServiceSuccess,
    description: 'Retire un membre d’un service. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RemoveMembreServiceResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: RemoveMembreServiceInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        removeMembreService(useCase, {
          membreId: uuidOf('Membre', input.membreId),
          serviceId: uuidOf('Service', input.serviceId),
        }),
      ),
  }),
)
