import { renameViewer } from '../../domain/account/rename-viewer.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import type { PersonViewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { ViewerType } from './viewer.ts'

const UpdateViewerInput = builder.inputType('UpdateViewerInput', {
  description: 'Change votre nom, dans toutes vos collectivités.',
  fields: (t) => ({
    nom: t.string({ required: true, description: 'Votre nom, 150 caractères au plus.' }),
  }),
})

const UpdateViewerSuccess = builder.objectRef<{ viewer: PersonViewer }>('UpdateViewerSuccess').implement({
  description: 'C’est fait.',
  fields: (t) => ({ viewer: t.expose('viewer', { type: ViewerType, description: 'Vous.' }) }),
})

builder.mutationField('updateViewer', (t) =>
  t.field({
    type: UpdateViewerSuccess,
    description: 'Change votre nom, dans toutes vos collectivités.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'UpdateViewerResult', description: 'Vous, ou une erreur.' },
    },
    args: { input: t.arg({ type: UpdateViewerInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: async (_root, { input }, context) => ({
      viewer: await inTransaction(context, (useCase) => renameViewer(useCase, input.nom)),
    }),
  }),
)
