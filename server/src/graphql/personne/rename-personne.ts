import { renamePersonne } from '../../domain/personne/rename-personne.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PersonneType } from './personne.ts'

const RenamePersonneInput = builder.inputType('RenamePersonneInput', {
  description: 'Corrige le nom d’une personne sans compte.',
  fields: (t) => ({
    personneId: t.id({ required: true, description: 'La personne.' }),
    nom: t.string({ required: true, description: 'Son nom, 150 caractères au plus.' }),
  }),
})

const RenamePersonneSuccess = builder.objectRef<{ personneId: string }>('RenamePersonneSuccess').implement({
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

builder.mutationField('renamePersonne', (t) =>
  t.field({
    type: RenamePersonneSuccess,
    description:
      'Corrige le nom d’une personne sans compte. Demande le rôle admin dans la collectivité. Un membre choisit son nom lui-même.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RenamePersonneResult', description: 'Ce qui a été fait, ou une erreur.' },
    },
    args: { input: t.arg({ type: RenamePersonneInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) =>
        renamePersonne(useCase, { personneId: uuidOf('Personne', input.personneId), nom: input.nom }),
      ),
  }),
)
