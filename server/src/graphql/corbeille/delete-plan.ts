import { inTransaction } from '../../bus/in-transaction.ts'
import { deletePlan } from '../../domain/corbeille/delete-plan.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { deletionSuccess } from './deleted.ts'

const DeletePlanInput = builder.inputType('DeletePlanInput', {
  description: 'Ce qu’il faut mettre à la corbeille.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
  }),
})

const DeletePlanSuccess = deletionSuccess('DeletePlanSuccess')

builder.mutationField('deletePlan', (t) =>
  t.field({
    type: DeletePlanSuccess,
    description: 'Met un plan à la corbeille, avec ses axes et les fiches qui ne sont que dans ce plan.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DeletePlanResult', description: 'Les lignes de la corbeille, ou une erreur.' },
    },
    args: { input: t.arg({ type: DeletePlanInput, required: true, description: 'Ce qu’il faut supprimer.' }) },
    resolve: async (_root, { input }, context) => ({
      suppressionIds: await inTransaction(context, (useCase) => deletePlan(useCase, uuidOf('Plan', input.planId))),
    }),
  }),
)
