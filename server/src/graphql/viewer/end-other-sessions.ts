import { endOtherSessions } from '../../domain/account/end-sessions.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import type { PersonViewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { ViewerType } from './viewer.ts'

const EndOtherSessionsSuccess = builder.objectRef<{ viewer: PersonViewer }>('EndOtherSessionsSuccess').implement({
  description: 'C’est fait.',
  fields: (t) => ({ viewer: t.expose('viewer', { type: ViewerType, description: 'Vous.' }) }),
})

builder.mutationField('endOtherSessions', (t) =>
  t.field({
    type: EndOtherSessionsSuccess,
    description: 'Ferme toutes vos sessions, sauf celle-ci.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'EndOtherSessionsResult', description: 'Vous, ou une erreur.' },
    },
    resolve: async (_root, _args, context) => ({
      viewer: await inTransaction(context, (useCase) => endOtherSessions(useCase)),
    }),
  }),
)
