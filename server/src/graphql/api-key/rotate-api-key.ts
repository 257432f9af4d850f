import { inTransaction } from '../../bus/in-transaction.ts'
import { MAX_OVERLAP_DAYS, OVERLAP_DAYS } from '../../domain/api-key/api-key-rules.ts'
import { rotateApiKey } from '../../domain/api-key/rotate-api-key.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { drawnKey } from './drawn-key.ts'

const RotateApiKeyInput = builder.inputType('RotateApiKeyInput', {
  description: 'Une clé d’API à renouveler.',
  fields: (t) => ({
    apiKeyId: t.id({ required: true, description: 'La clé.' }),
    overlapDays: t.int({
      description: `Jours pendant lesquels l’ancien secret vaut encore, de 0 à ${MAX_OVERLAP_DAYS} ; ${OVERLAP_DAYS} par défaut.`,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Nouvelle date d’expiration, dans un an au plus ; inchangée par défaut.',
    }),
  }),
})

builder.mutationField('rotateApiKey', (t) =>
  t.field({
    type: drawnKey('RotateApiKeySuccess', 'La clé a un nouveau secret.'),
    description:
      'Donne un nouveau secret à une clé d’API ; l’ancien vaut encore quelques jours. Demande le rôle admin dans la collectivité. Codes : EXPIRY_NEEDED, EXPIRY_PAST, EXPIRY_TOO_FAR.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RotateApiKeyResult', description: 'La clé et son nouveau secret, ou une erreur.' },
    },
    args: { input: t.arg({ type: RotateApiKeyInput, required: true, description: 'La clé.' }) },
    resolve: (_root, { input: { apiKeyId, overlapDays, expiresAt } }, context) =>
      inTransaction(context, (useCase) =>
        rotateApiKey(useCase, {
          apiKeyId: uuidOf('ApiKey', apiKeyId),
          ...(overlapDays != null && { overlapDays }),
          ...(expiresAt && { expiresAt }),
        }),
      ),
  }),
)
