import { encodeGlobalID } from '@pothos/plugin-relay'
import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteIndicateur } from '../../domain/indicateur/delete-indicateur.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'

const DeleteIndicateurInput = builder.inputType('DeleteIndicateurInput', {
  description: 'Un indicateur à mettre à la corbeille.',
  fields: (t) => ({ indicateurId: t.id({ required: true, description: 'L’indicateur.' }) }),
})

const DeleteIndicateurSuccess = builder
  .objectRef<{ indicateurId: string; suppressionId: string }>('DeleteIndicateurSuccess')
  .implement({
    description: 'L’indicateur est dans la corbeille.',
    fields: (t) => ({
      indicateurId: t.id({
        description: 'L’indicateur, que l’on ne lit plus.',
        resolve: ({ indicateurId }) => encodeGlobalID('Indicateur', indicateurId),
      }),
      suppressionId: t.id({
        description: 'Sa ligne dans la corbeille, d’où on le restaure.',
        resolve: ({ suppressionId }) => encodeGlobalID('Suppression', suppressionId),
      }),
    }),
  })

builder.mutationField('deleteIndicateur', (t) =>
  t.field({
    type: DeleteIndicateurSuccess,
    description:
      'Met un indicateur à la corbeille, avec ses valeurs et ses liens. Demande le rôle éditeur ou admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DeleteIndicateurResult', description: 'L’indicateur supprimé, ou une erreur.' },
    },
    args: { input: t.arg({ type: DeleteIndicateurInput, required: true, description: 'L’indicateur.' }) },
    resolve: async (_root, { input }, context) => {
      const id = uuidOf('Indicateur', input.indicateurId)
      const { suppressionId } = await inTransaction(context, (useCase) => deleteIndicateur(useCase, { id }))
      return { indicateurId: id, suppressionId }
    },
  }),
)
