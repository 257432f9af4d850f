import { inTransaction } from '../../bus/in-transaction.ts'
import { updateWebhook } from '../../domain/webhook/update-webhook.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { WebhookType } from './webhook.ts'

const UpdateWebhookInput = builder.inputType('UpdateWebhookInput', {
  description: 'Ce qui change d’un webhook ; le reste est inchangé.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'Le webhook.' }),
    url: t.string({ description: 'Sa nouvelle adresse.' }),
    isActive: t.boolean({
      description: 'Faux : il n’est plus prévenu. Vrai : il l’est de nouveau, de tout ce qui a changé depuis.',
    }),
  }),
})

const UpdateWebhookSuccess = builder.objectRef<{ webhookId: string }>('UpdateWebhookSuccess').implement({
  description: 'Le webhook est comme demandé.',
  fields: (t) => ({
    webhook: t.prismaField({
      type: WebhookType,
      description: 'Le webhook.',
      resolve: (query, { webhookId }, _args, { prisma }) =>
        prisma.webhook.findUniqueOrThrow({ ...query, where: { id: webhookId } }),
    }),
  }),
})

builder.mutationField('updateWebhook', (t) =>
  t.field({
    type: UpdateWebhookSuccess,
    description:
      'Change l’adresse d’un webhook, le désactive ou le réactive. Demande le rôle admin dans la collectivité. Codes : URL_INVALID, URL_TOO_LONG, URL_NOT_HTTPS, URL_CREDENTIALS, URL_PRIVATE, WEBHOOK_KEY_EXPIRED.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'UpdateWebhookResult', description: 'Le webhook, ou une erreur.' },
    },
    args: { input: t.arg({ type: UpdateWebhookInput, required: true, description: 'Ce qui change.' }) },
    resolve: (_root, { input: { webhookId, url, isActive } }, context) =>
      inTransaction(context, (useCase) =>
        updateWebhook(useCase, context.webhooks, {
          webhookId: uuidOf('Webhook', webhookId),
          ...(url != null && { url }),
          ...(isActive != null && { isActive }),
        }),
      ),
  }),
)
