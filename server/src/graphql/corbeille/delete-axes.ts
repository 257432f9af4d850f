import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteAxes } from '../../domain/corbeille/delete-axes.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { deletionSuccess } from './deleted.ts'

const DeleteAxesInput = builder.inputType('DeleteAxesInput', {
  description: 'Ce qu’il faut mettre à la corbeille.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    axeIds: t.idList({ required: true, description: 'Les axes, 1 000 au plus.' }),
  }),
})

const DeleteAxesSuccess = deletionSuccess('DeleteAxesSuccess')

builder.mutationField('deleteAxes', (t) =>
  t.field({
    type: DeleteAxesSuccess,
    description: 'Met des axes à la corbeille, avec ceux d’en dessous et les fiches qui ne sont placées que là.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DeleteAxesResult', description: 'Les lignes de la corbeille, ou une erreur.' },
    },
    args: { input: t.arg({ type: DeleteAxesInput, required: true, description: 'Ce qu’il faut supprimer.' }) },
    resolve: async (_root, { input }, context) => ({
      suppressionIds: await inTransaction(context, (useCase) =>
        deleteAxes(useCase, {
          planId: uuidOf('Plan', input.planId),
          axeIds: input.axeIds.map((id) => uuidOf('Axe', id)),
        }),
      ),
    }),
  }),
)
