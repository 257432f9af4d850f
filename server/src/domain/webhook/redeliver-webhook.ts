import { ConflictError, NotFoundError } from '../errors.ts'
import { readableWebhooks } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { demandSending, demandWebhook } from './demand-webhook.ts'

/**
 * Sends again what was sent or given up, or at once what is to be tried later: the same event, by which receivers know it.
 * @throws NotFoundError, ConflictError (WEBHOOK_DISABLED, WEBHOOK_KEY_EXPIRED, WEBHOOK_DELIVERY_WAITS), ForbiddenError.
 */
export async function redeliverWebhook(useCase: UseCase, deliveryId: string): Promise<{ deliveryId: string }> {
  const { viewer, tx } = useCase
  const find = () => tx.webhookDelivery.findFirst({ where: { id: deliveryId, webhook: readableWebhooks(viewer) } })
  const found = await find()
  if (!found) throw new NotFoundError('WEBHOOK_DELIVERY')
  const { webhookId, collectiviteId, kind } = found
  demandSending(await demandWebhook(useCase, webhookId))
  const waits = await tx.webhookDelivery.count({
    where: { webhookId, collectiviteId, kind, status: 'EN_ATTENTE', NOT: { id: deliveryId } },
  })
  if (waits > 0) {
    const message = 'Un envoi plus récent attend déjà : renvoyez celui-là, il dit la même chose.'
    throw new ConflictError({ code: 'WEBHOOK_DELIVERY_WAITS', message })
  }
  // What is being sent stays so: whoever sends it says how it ended.
  const { status } = (await find()) ?? found
  await tx.webhookDelivery.update({
    where: { id: deliveryId, collectiviteId },
    data: { status: 'EN_ATTENTE', nextAttemptAt: new Date(), ...(status !== 'EN_ATTENTE' && { attempts: 0 }) },
  })
  return { deliveryId }
}
