import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { DAY_MS, LIFETIME_DAYS, MAX_API_KEYS, type NewApiKey, newApiKeySchema } from './api-key-rules.ts'
import { lockApiKeys } from './lock-api-keys.ts'
import { drawSecret, storedSecret } from './secret.ts'

/** A key whose secret was just drawn: nothing tells it a second time. */
export interface DrawnKey {
  apiKeyId: string
  secret: string
}

/**
 * Creates a key of the API, in the name of a collectivité.
 * @throws ValidationError (TOO_MANY_API_KEYS), NotFoundError (the collectivité), ForbiddenError.
 */
export async function createApiKey(useCase: UseCase, input: NewApiKey): Promise<DrawnKey> {
  const { viewer, tx } = useCase
  const { collectiviteId, nom, scopes, expiresAt } = parseInput(newApiKeySchema, input)
  await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(viewer, 'manageApiKeys', { collectiviteId })
  await lockApiKeys(tx, collectiviteId)
  const secret = drawSecret()
  const issuedAt = new Date()
  const { id } = await tx.apiKey.create({
    data: {
      collectiviteId,
      nom,
      scopes,
      ...storedSecret(secret),
      issuedAt,
      expiresAt: expiresAt ?? new Date(issuedAt.getTime() + LIFETIME_DAYS * DAY_MS),
      createdById: viewer?.userId ?? null,
    },
  })
  demandRoom({
    count: await tx.apiKey.count({ where: { collectiviteId, revokedAt: null } }),
    max: MAX_API_KEYS,
    what: 'API_KEYS',
    message: `Une collectivité a ${MAX_API_KEYS} clés d’API au plus : révoquez celles qui ne servent plus.`,
  })
  return { apiKeyId: id, secret }
}
