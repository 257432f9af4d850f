import type { DrawnWebhook } from '../../domain/webhook/create-webhook.ts'
import { builder } from '../builder.ts'
import { WebhookDeliveryType } from './webhook-delivery.ts'
import { WebhookType } from './webhook.ts'

/** What answers the drawing of a secret: the one time that it is told. */
export function drawnWebhook(name: string, description: string) {
  return builder.objectRef<DrawnWebhook>(name).implement({
    description,
    fields: (t) => ({
      webhook: t.prismaField({
        type: WebhookType,
        description: 'Le webhook.',
        resolve: (query, { webhookId }, _args, { prisma }) =>
          prisma.webhook.findUniqueOrThrow({ ...query, where: { id: webhookId } }),
      }),
      secret: t.exposeString('secret', {
        description:
          'Le secret par lequel le receveur vérifie ce qu’il reçoit, à copier maintenant : il ne sera plus montré.',
      }),
    }),
  })
}

/** What answers an order to send something. */
export function orderedDelivery(name: string, description: string) {
  return builder.objectRef<{ deliveryId: string }>(name).implement({
    description,
    fields: (t) => ({
      delivery: t.prismaField({
        type: WebhookDeliveryType,
        description: 'L’envoi, qui part dans la seconde.',
        resolve: (query, { deliveryId }, _args, { prisma }) =>
          prisma.webhookDelivery.findUniqueOrThrow({ ...query, where: { id: deliveryId } }),
      }),
    }),
  })
}
