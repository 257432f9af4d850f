import { inTransaction } from '../../bus/in-transaction.ts'
import { revokeApiKey } from '../../domain/api-key/revoke-api-key.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'Une clé d’API à révoquer.',
  fields: (t) => ({ apiKeyId: t.id({ required: true, description: 'La clé.' }) }),
})

const RevokeApiKeySuccess = builder.objectRef<{ collectiviteId: string }>('RevokeApiKeySuccess').implement({
  description: 'La clé ne vaut plus rien.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les clés qui lui restent.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: RevokeApiKeySuccess,
    description:
      'Révoque une clé d’API, aussitôt et pour toujours : ses demandes sont refusées, ses connexions fermées, ses webhooks supprimés. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RevokeApiKeyResult', description: 'La collectivité, ou une erreur.' },
    },
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true, description: 'La clé.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => revokeApiKey(useCase, uuidOf('ApiKey', input.apiKeyId))),
  }),
)
