import { inTransaction } from '../../bus/in-transaction.ts'
import { createWebhook } from '../../domain/webhook/create-webhook.ts'
import { MAX_URL_CHARACTERS, MAX_WEBHOOKS } from '../../domain/webhook/webhook-rules.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { drawnWebhook } from './webhook-answers.ts'

const CreateWebhookInput = builder.inputType('CreateWebhookInput', {
  description: 'Un webhook à créer.',
  fields: (t) => ({
    apiKeyId: t.id({ required: true, description: `La clé d’API dont il dépend : ${MAX_WEBHOOKS} webhooks au plus.` }),
    url: t.string({
      required: true,
      description: `L’adresse à prévenir, en https, sur internet, ${MAX_URL_CHARACTERS} caractères au plus.`,
    }),
  }),
})

builder.mutationField('createWebhook', (t) =>
  t.field({
    type: drawnWebhook('CreateWebhookSuccess', 'Le webhook est créé.'),
    description:
      'Fait prévenir une adresse quand ce qu’une clé d’API lit a changé. Demande le rôle admin dans la collectivité. Codes : URL_INVALID, URL_TOO_LONG, URL_NOT_HTTPS, URL_CREDENTIALS, URL_PRIVATE, TOO_MANY_WEBHOOKS, WEBHOOK_KEY_EXPIRED.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'CreateWebhookResult', description: 'Le webhook et son secret, ou une erreur.' },
    },
    args: { input: t.arg({ type: CreateWebhookInput, required: true, description: 'Le webhook.' }) },
    resolve: (_root, { input: { apiKeyId, url } }, context) =>
      inTransaction(context, (useCase) =>
        createWebhook(useCase, context.webhooks, { apiKeyId: uuidOf('ApiKey', apiKeyId), url }),
      ),
  }),
)
