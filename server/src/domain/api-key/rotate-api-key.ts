import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { DAY_MS, type Rotation, rotationSchema } from './api-key-rules.ts'
import type { DrawnKey } from './create-api-key.ts'
import { demandApiKey } from './demand-api-key.ts'
import { drawSecret, storedSecret } from './secret.ts'

/**
 * Gives a key another secret. The one that it had is taken for some days more, so that programs are given the new one without a
 * stop; one that was replaced already is taken no more. Without another expiry, the key ends when it did; one that had ended begins anew
 * with it.
 * @throws ValidationError (EXPIRY_NEEDED), NotFoundError, ForbiddenError.
 */
export async function rotateApiKey(useCase: UseCase, input: Rotation): Promise<DrawnKey> {
  const { apiKeyId, overlapDays, expiresAt } = parseInput(rotationSchema, input)
  const { collectiviteId, prefix, hash, ...key } = await demandApiKey(useCase, apiKeyId)
  const issuedAt = new Date()
  if (!expiresAt) demandUnexpired(key.expiresAt, issuedAt)
  const secret = drawSecret()
  // What had ended is not brought back by a new secret.
  const hasPrevious = overlapDays > 0 && key.expiresAt > issuedAt
  const overlapEnd = new Date(issuedAt.getTime() + overlapDays * DAY_MS)
  await useCase.tx.apiKey.update({
    where: { id: apiKeyId, collectiviteId },
    data: {
      ...storedSecret(secret),
      issuedAt,
      ...(expiresAt && { expiresAt }),
      previousPrefix: hasPrevious ? prefix : null,
      previousHash: hasPrevious ? hash : null,
      previousUntil: hasPrevious ? overlapEnd : null,
    },
  })
  return { apiKeyId, secret }
}

function demandUnexpired(expiresAt: Date, now: Date): void {
  if (expiresAt > now) return
  const message = 'Cette clé a expiré : donnez une nouvelle date d’expiration avec son nouveau secret.'
  throw new ValidationError([{ code: 'EXPIRY_NEEDED', message, path: ['expiresAt'] }])
}
