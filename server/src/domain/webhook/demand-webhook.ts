import type { ApiKey, Webhook } from '@pupitre/prisma'
import { lockApiKeys } from '../api-key/lock-api-keys.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableWebhooks } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/**
 * The webhook that an admin's act is about, as stored once no other change of keys and webhooks is on its way. To the others it is as if
 * there were none.
 * @throws NotFoundError, ForbiddenError
 */
export async function demandWebhook({ viewer, tx }: UseCase, id: string): Promise<Webhook & { apiKey: ApiKey }> {
  const where = { AND: [{ id }, readableWebhooks(viewer)] }
  const found = await tx.webhook.findFirst({ where })
  if (!found) throw new NotFoundError('WEBHOOK')
  demandInCollectivite(viewer, 'manageApiKeys', found)
  await lockApiKeys(tx, found.collectiviteId)
  // Nor is it told of changes meanwhile.
  await tx.$queryRaw`SELECT 1 FROM webhook WHERE id = ${id}::uuid AND collectivite_id = ${found.collectiviteId}::uuid FOR UPDATE`
  const webhook = await tx.webhook.findFirst({ where, include: { apiKey: true } })
  if (!webhook) throw new NotFoundError('WEBHOOK')
  return webhook
}

/** Lets what sends something to a webhook go on. @throws ConflictError (WEBHOOK_DISABLED, WEBHOOK_KEY_EXPIRED) */
export function demandSending({ disabledAt, apiKey }: { disabledAt: Date | null; apiKey: ApiKey }): void {
  if (disabledAt) {
    throw new ConflictError({ code: 'WEBHOOK_DISABLED', message: 'Ce webhook est désactivé : réactivez-le d’abord.' })
  }
  demandUnexpired(apiKey)
}

/** A key that has expired tells nothing. @throws ConflictError WEBHOOK_KEY_EXPIRED */
export function demandUnexpired({ expiresAt }: ApiKey): void {
  if (expiresAt > new Date()) return
  throw new ConflictError({
    code: 'WEBHOOK_KEY_EXPIRED',
    message: 'La clé de ce webhook a expiré : renouvelez-la d’abord.',
  })
}
