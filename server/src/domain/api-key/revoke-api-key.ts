import type { UseCase } from '../use-case.ts'
import { demandApiKey } from './demand-api-key.ts'

/** Ends a key at once, and its webhooks with it: what it has open closes, on every process, and nothing takes it any more. @throws NotFoundError, ForbiddenError. */
export async function revokeApiKey(useCase: UseCase, id: string): Promise<{ collectiviteId: string }> {
  const { collectiviteId } = await demandApiKey(useCase, id)
  await useCase.tx.apiKey.update({
    where: { id, collectiviteId },
    data: { revokedAt: new Date() },
  })
  await useCase.tx.webhook.deleteMany({ where: { apiKeyId: id, collectiviteId } })
  useCase.record.rights({ userIds: [id] })
  return { collectiviteId }
}
