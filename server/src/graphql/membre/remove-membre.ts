import { removeMembre } from '../../domain/membre/remove-membre.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'

const RemoveMembreInput = builder.inputType('RemoveMembreInput', {
  description: 'Retire un membre de la collectivité ; les fiches continuent de le nommer.',
  fields: (t) => ({
    membreId: t.id({ required: true, description: 'Le membre.' }),
  }),
})

const RemoveMembreSuccess = builder.objectRef<{ collectiviteId: string }>('RemoveMembreSuccess').implement({
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

builder.mutationField('removeMembre', (t) =>
  t.field({
    type: RemoveMembreSuccess,
    description:
      'Retire un membre de la collectivité ; les fiches continuent de le nommer. Demande le rôle admin dans la collectivité. Le dernier admin reste (code LAST_ADMIN).',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RemoveMembreResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: RemoveMembreInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => removeMembre(useCase, uuidOf('Membre', input.membreId))),
  }),
)
