import type { ApiKey } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableApiKeys } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { lockApiKeys } from './lock-api-keys.ts'

/**
 * The key that an admin's act is about, as stored once no other change of keys is on its way. Only admins see keys: to the others it
 * is as if there were none.
 * @throws NotFoundError, of a revoked one too; ForbiddenError.
 */
export async function demandApiKey({ viewer, tx }: UseCase, id: string): Promise<ApiKey> {
  const where = { AND: [{ id, revokedAt: null }, readableApiKeys(viewer)] }
  const found = await tx.apiKey.findFirst({ where })
  if (!found) throw new NotFoundError('API_KEY')
  demandInCollectivite(viewer, 'manageApiKeys', found)
  await lockApiKeys(tx, found.collectiviteId)
  const key = await tx.apiKey.findFirst({ where })
  if (!key) throw new NotFoundError('API_KEY')
  return key
}
