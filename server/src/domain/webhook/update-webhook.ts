import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { abandonWaiting } from './abandon-waiting.ts'
import { demandUnexpired, demandWebhook } from './demand-webhook.ts'
import type { WebhookPort } from './webhook-port.ts'
import { type WebhookChange, webhookChangeSchema } from './webhook-rules.ts'

/**
 * Changes where a webhook is told, or whether it is. Once told again, it is of what changed since the last time that it was.
 * @throws ValidationError (the address), NotFoundError, ConflictError (WEBHOOK_KEY_EXPIRED), ForbiddenError.
 */
export async function updateWebhook(
  useCase: UseCase,
  port: WebhookPort,
  input: WebhookChange,
): Promise<{ webhookId: string }> {
  const { webhookId, url, isActive } = parseInput(webhookChangeSchema(port), input)
  const { collectiviteId, disabledAt, apiKey } = await demandWebhook(useCase, webhookId)
  if (isActive === true && disabledAt) demandUnexpired(apiKey)
  if (isActive === false) await abandonWaiting(useCase.tx, { webhookId, collectiviteId })
  // Another address, or another try: what failed so far says nothing of it.
  const beginsAnew = url !== undefined || (isActive === true && disabledAt !== null)
  await useCase.tx.webhook.update({
    where: { id: webhookId, collectiviteId },
    data: {
      ...(url !== undefined && { url }),
      ...(isActive !== undefined && { disabledAt: isActive ? null : (disabledAt ?? new Date()) }),
      ...(beginsAnew && { failingSince: null }),
    },
  })
  return { webhookId }
}
