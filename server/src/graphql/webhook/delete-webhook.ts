import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteWebhook } from '../../domain/webhook/delete-webhook.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'

const DeleteWebhookInput = builder.inputType('DeleteWebhookInput', {
  description: 'Un webhook à supprimer.',
  fields: (t) => ({ webhookId: t.id({ required: true, description: 'Le webhook.' }) }),
})

const DeleteWebhookSuccess = builder.objectRef<{ collectiviteId: string }>('DeleteWebhookSuccess').implement({
  description: 'Le webhook n’est plus.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les webhooks qui lui restent.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('deleteWebhook', (t) =>
  t.field({
    type: DeleteWebhookSuccess,
    description: 'Supprime un webhook et ses envois, pour de bon. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'DeleteWebhookResult', description: 'La collectivité, ou une erreur.' },
    },
    args: { input: t.arg({ type: DeleteWebhookInput, required: true, description: 'Le webhook.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => deleteWebhook(useCase, uuidOf('Webhook', input.webhookId))),
  }),
)
