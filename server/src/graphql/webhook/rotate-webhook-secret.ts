import { inTransaction } from '../../bus/in-transaction.ts'
import { MAX_OVERLAP_DAYS, OVERLAP_DAYS } from '../../domain/api-key/api-key-rules.ts'
import { rotateWebhookSecret } from '../../domain/webhook/rotate-webhook-secret.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { drawnWebhook } from './webhook-answers.ts'

const RotateWebhookSecretInput = builder.inputType('RotateWebhookSecretInput', {
  description: 'Un webhook dont renouveler le secret.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'Le webhook.' }),
    overlapDays: t.int({
      description: `Jours pendant lesquels l’ancien secret signe aussi, de 0 à ${MAX_OVERLAP_DAYS} ; ${OVERLAP_DAYS} par défaut.`,
    }),
  }),
})

builder.mutationField('rotateWebhookSecret', (t) =>
  t.field({
    type: drawnWebhook('RotateWebhookSecretSuccess', 'Le webhook a un nouveau secret.'),
    description:
      'Donne un nouveau secret à un webhook ; pendant quelques jours, les envois portent deux signatures. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RotateWebhookSecretResult', description: 'Le webhook et son nouveau secret, ou une erreur.' },
    },
    args: { input: t.arg({ type: RotateWebhookSecretInput, required: true, description: 'Le webhook.' }) },
    resolve: (_root, { input: { webhookId, overlapDays } }, context) =>
      inTransaction(context, (useCase) =>
        rotateWebhookSecret(useCase, context.webhooks, {
          webhookId: uuidOf('Webhook', webhookId),
          ...(overlapDays != null && { overlapDays }),
        }),
      ),
  }),
)
