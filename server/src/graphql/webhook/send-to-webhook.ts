import { inTransaction } from '../../bus/in-transaction.ts'
import { redeliverWebhook } from '../../domain/webhook/redeliver-webhook.ts'
import { testWebhook } from '../../domain/webhook/test-webhook.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { orderedDelivery } from './webhook-answers.ts'

const TestWebhookInput = builder.inputType('TestWebhookInput', {
  description: 'Un webhook à essayer.',
  fields: (t) => ({ webhookId: t.id({ required: true, description: 'Le webhook.' }) }),
})

builder.mutationField('testWebhook', (t) =>
  t.field({
    type: orderedDelivery('TestWebhookSuccess', 'L’essai part.'),
    description:
      'Envoie à un webhook un événement qui n’annonce rien, une seule fois. Demande le rôle admin dans la collectivité. Codes : WEBHOOK_DISABLED, WEBHOOK_KEY_EXPIRED, WEBHOOK_TEST_WAITS.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'TestWebhookResult', description: 'L’envoi, ou une erreur.' },
    },
    args: { input: t.arg({ type: TestWebhookInput, required: true, description: 'Le webhook.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => testWebhook(useCase, uuidOf('Webhook', input.webhookId))),
  }),
)

const RedeliverWebhookInput = builder.inputType('RedeliverWebhookInput', {
  description: 'Un envoi à refaire.',
  fields: (t) => ({ deliveryId: t.id({ required: true, description: 'L’envoi.' }) }),
})

builder.mutationField('redeliverWebhook', (t) =>
  t.field({
    type: orderedDelivery('RedeliverWebhookSuccess', 'L’envoi repart.'),
    description:
      'Refait un envoi, ou l’avance s’il devait être retenté plus tard : le même événement, avec le même webhook-id. Demande le rôle admin dans la collectivité. Codes : WEBHOOK_DISABLED, WEBHOOK_KEY_EXPIRED, WEBHOOK_DELIVERY_WAITS.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RedeliverWebhookResult', description: 'L’envoi, ou une erreur.' },
    },
    args: { input: t.arg({ type: RedeliverWebhookInput, required: true, description: 'L’envoi.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => redeliverWebhook(useCase, uuidOf('WebhookDelivery', input.deliveryId))),
  }),
)
