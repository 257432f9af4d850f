import { attachPersonne } from '../../domain/personne/attach-personne.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { MembreType } from '../viewer/membre.ts'

const AttachPersonneInput = builder.inputType('AttachPersonneInput', {
  description: 'Dit qu’une personne sans compte est ce membre : il prend sa place partout.',
  fields: (t) => ({
    membreId: t.id({ required: true, description: 'Le membre.' }),
    personneId: t.id({ required: true, description: 'La personne sans compte.' }),
  }),
})

const AttachPersonneSuccess = builder.objectRef<{ membreId: string }>('AttachPersonneSuccess').implement({
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

builder.mutationField('attachPersonne', (t) =>
  t.field({
    type: AttachPersonneSuccess,
    description:
      'Dit qu’une personne sans compte est ce membre : il prend sa place partout. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'AttachPersonneResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: AttachPersonneInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        attachPersonne(useCase, {
          membreId: uuidOf('Membre', input.membreId),
          personneId: uuidOf('Personne', input.personneId),
        }),
      ),
  }),
)
