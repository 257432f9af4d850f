import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteFiches } from '../../domain/corbeille/delete-fiches.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { deletionSuccess } from './deleted.ts'

const DeleteFichesInput = builder.inputType('DeleteFichesInput', {
  description: 'Ce qu’il faut mettre à la corbeille.',
  fields: (t) => ({
    ficheIds: t.idList({ required: true, description: 'Les fiches, 1 000 au plus.' }),
  }),
})

const DeleteFichesSuccess = deletionSuccess('DeleteFichesSuccess')

builder.mutationField('deleteFiches', (t) =>
  t.field({
    type: DeleteFichesSuccess,
    description: 'Met des fiches à la corbeille, avec leurs sous-actions, où qu’elles soient placées.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DeleteFichesResult', description: 'Les lignes de la corbeille, ou une erreur.' },
    },
    args: { input: t.arg({ type: DeleteFichesInput, required: true, description: 'Ce qu’il faut supprimer.' }) },
    resolve: async (_root, { input }, context) => ({
      suppressionIds: await inTransaction(context, (useCase) =>
        deleteFiches(useCase, { ficheIds: input.ficheIds.map((id) => uuidOf('Fiche', id)) }),
      ),
    }),
  }),
)
