import { v7 as uuidv7 } from 'uuid'
import { demandApiKey } from '../api-key/demand-api-key.ts'
import { parseInput } from '../parse-input.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { demandUnexpired } from './demand-webhook.ts'
import { feedOfKey } from './feed-of-key.ts'
import { drawSigningSecret } from './signing-secret.ts'
import type { WebhookPort } from './webhook-port.ts'
import { MAX_WEBHOOKS, type NewWebhook, newWebhookSchema } from './webhook-rules.ts'

/** A webhook whose secret was just drawn: nothing tells it a second time. */
export interface DrawnWebhook {
  webhookId: string
  secret: string
}

/**
 * Has an address told when what a key reads has changed, from now on.
 * @throws ValidationError (the address, TOO_MANY_WEBHOOKS), NotFoundError (the key), ConflictError (WEBHOOK_KEY_EXPIRED), ForbiddenError.
 */
export async function createWebhook(useCase: UseCase, port: WebhookPort, input: NewWebhook): Promise<DrawnWebhook> {
  const { viewer, tx } = useCase
  const { apiKeyId, url } = parseInput(newWebhookSchema(port), input)
  const key = await demandApiKey(useCase, apiKeyId)
  demandUnexpired(key)
  const feed = await feedOfKey(tx, key)
  const id = uuidv7()
  const secret = drawSigningSecret()
  await tx.webhook.create({
    data: {
      id,
      collectiviteId: key.collectiviteId,
      apiKeyId,
      url,
      secret: port.seal(secret, id),
      secretIssuedAt: new Date(),
      feedId: feed.id,
      announcedEpoch: feed.epoch,
      announcedSeq: feed.seq,
      // Never yet: the first change is told at once.
      announcedAt: new Date(0),
      createdById: viewer?.userId ?? null,
    },
  })
  demandRoom({
    count: await tx.webhook.count({ where: { apiKeyId, collectiviteId: key.collectiviteId } }),
    max: MAX_WEBHOOKS,
    what: 'WEBHOOKS',
    message: `Une clé a ${MAX_WEBHOOKS} webhooks au plus : supprimez ceux qui ne servent plus.`,
  })
  return { webhookId: id, secret }
}
