import { endSession } from '../../domain/account/end-sessions.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import type { PersonViewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { ViewerType } from './viewer.ts'

const EndSessionInput = builder.inputType('EndSessionInput', {
  description: 'Ferme l’une de vos sessions.',
  fields: (t) => ({
    sessionUuid: t.field({ type: 'UUID', required: true, description: 'La session.' }),
  }),
})

const EndSessionSuccess = builder.objectRef<{ viewer: PersonViewer }>('EndSessionSuccess').implement({
  description: 'C’est fait.',
  fields: (t) => ({ viewer: t.expose('viewer', { type: ViewerType, description: 'Vous.' }) }),
})

builder.mutationField('endSession', (t) =>
  t.field({
    type: EndSessionSuccess,
    description: 'Ferme l’une de vos sessions.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'EndSessionResult', description: 'Vous, ou une erreur.' },
    },
    args: { input: t.arg({ type: EndSessionInput, required: true, description: 'Ce qu’il faut faire.' }) },
    resolve: async (_root, { input }, context) => ({
      viewer: await inTransaction(context, (useCase) => endSession(useCase, input.sessionUuid)),
    }),
  }),
)
