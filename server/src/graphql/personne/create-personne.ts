import { createPersonne } from '../../domain/personne/create-personne.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PersonneType } from './personne.ts'

const CreatePersonneInput = builder.inputType('CreatePersonneInput', {
  description:
    'Ajoute une personne sans compte, que des fiches pourront nommer ; celle qui porte déjà ce nom est rendue telle quelle.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité.' }),
    nom: t.string({ required: true, description: 'Son nom, 150 caractères au plus.' }),
  }),
})

const CreatePersonneSuccess = builder.objectRef<{ personneId: string }>('CreatePersonneSuccess').implement({
  description: 'C’est fait.',
  fields: (t) => ({
    personne: t.prismaField({
      type: PersonneType,
      description: 'Ce qui a changé, tel que c’est maintenant.',
      resolve: (query, { personneId }, _args, { prisma }) =>
        prisma.personne.findUniqueOrThrow({ ...query, where: { id: personneId } }),
    }),
  }),
})

builder.mutationField('createPersonne', (t) =>
  t.field({
    type: CreatePersonneSuccess,
    description:
      'Ajoute une personne sans compte, que des fiches pourront nommer ; celle qui porte déjà ce nom est rendue telle quelle. Demande le rôle contributeur au moins.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'CreatePersonneResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: CreatePersonneInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        createPersonne(useCase, { collectiviteId: uuidOf('Collectivite', input.collectiviteId), nom: input.nom }),
      ),
  }),
)
