import { ConflictError } from '../errors.ts'
import type { UseCase } from '../use-case.ts'
import { demandSending, demandWebhook } from './demand-webhook.ts'
import { eventBody } from './event-body.ts'

/**
 * Sends a webhook an event that tells nothing, once, in a moment.
 * @throws NotFoundError, ConflictError (WEBHOOK_DISABLED, WEBHOOK_KEY_EXPIRED, WEBHOOK_TEST_WAITS), ForbiddenError.
 */
export async function testWebhook(useCase: UseCase, webhookId: string): Promise<{ deliveryId: string }> {
  const webhook = await demandWebhook(useCase, webhookId)
  demandSending(webhook)
  const { collectiviteId } = webhook
  const waiting = { webhookId, collectiviteId, kind: 'ESSAI', status: 'EN_ATTENTE' } as const
  if ((await useCase.tx.webhookDelivery.count({ where: waiting })) > 0) {
    throw new ConflictError({
      code: 'WEBHOOK_TEST_WAITS',
      message: 'Un essai est déjà en route : attendez sa réponse.',
    })
  }
  const { id } = await useCase.tx.webhookDelivery.create({
    data: { webhookId, collectiviteId, kind: 'ESSAI', body: eventBody({ type: 'test', data: {} }, new Date()) },
  })
  return { deliveryId: id }
}
