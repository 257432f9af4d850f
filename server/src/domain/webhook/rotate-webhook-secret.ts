import { DAY_MS } from '../api-key/api-key-rules.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import type { DrawnWebhook } from './create-webhook.ts'
import { demandWebhook } from './demand-webhook.ts'
import { drawSigningSecret } from './signing-secret.ts'
import type { WebhookPort } from './webhook-port.ts'
import { type SecretRotation, secretRotationSchema } from './webhook-rules.ts'

/**
 * Gives a webhook another secret. The one that it had signs too for some days more, so that the receiver is given the new one without a
 * stop.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function rotateWebhookSecret(
  useCase: UseCase,
  port: WebhookPort,
  input: SecretRotation,
): Promise<DrawnWebhook> {
  const { webhookId, overlapDays } = parseInput(secretRotationSchema, input)
  const { collectiviteId, secret: previous } = await demandWebhook(useCase, webhookId)
  const secret = drawSigningSecret()
  const now = new Date()
  await useCase.tx.webhook.update({
    where: { id: webhookId, collectiviteId },
    data: {
      secret: port.seal(secret, webhookId),
      secretIssuedAt: now,
      previousSecret: overlapDays > 0 ? previous : null,
      previousSecretUntil: overlapDays > 0 ? new Date(now.getTime() + overlapDays * DAY_MS) : null,
    },
  })
  return { webhookId, secret }
}
