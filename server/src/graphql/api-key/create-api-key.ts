import { inTransaction } from '../../bus/in-transaction.ts'
import { createApiKey } from '../../domain/api-key/create-api-key.ts'
import { builder } from '../builder.ts'
import { ApiScopeEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { drawnKey } from './drawn-key.ts'

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'Une clé d’API à créer.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité au nom de qui elle interroge.' }),
    nom: t.string({ required: true, description: 'À quoi elle sert, 80 caractères au plus.' }),
    scopes: t.field({ type: [ApiScopeEnum], required: true, description: 'Ce qu’elle permet.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'Quand elle expire, dans un an au plus ; un an par défaut.' }),
  }),
})

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: drawnKey('CreateApiKeySuccess', 'La clé est créée.'),
    description:
      'Crée une clé d’API. Demande le rôle admin dans la collectivité. Codes : NOM_EMPTY, NOM_TOO_LONG, SCOPES_EMPTY, EXPIRY_PAST, EXPIRY_TOO_FAR, TOO_MANY_API_KEYS.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'CreateApiKeyResult', description: 'La clé et son secret, ou une erreur.' },
    },
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'La clé.' }) },
    resolve: (_root, { input: { collectiviteId, nom, scopes, expiresAt } }, context) =>
      inTransaction(context, (useCase) =>
        createApiKey(useCase, {
          collectiviteId: uuidOf('Collectivite', collectiviteId),
          nom,
          scopes,
          ...(expiresAt && { expiresAt }),
        }),
      ),
  }),
)
