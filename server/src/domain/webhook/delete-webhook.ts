import type { UseCase } from '../use-case.ts'
import { demandWebhook } from './demand-webhook.ts'

/** Takes a webhook away, with what it was sent. @throws NotFoundError, ForbiddenError. */
export async function deleteWebhook(useCase: UseCase, id: string): Promise<{ collectiviteId: string }> {
  const { collectiviteId } = await demandWebhook(useCase, id)
  await useCase.tx.webhook.delete({ where: { id, collectiviteId } })
  return { collectiviteId }
}
