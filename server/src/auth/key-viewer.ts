import type { ApiKey, PrismaClient } from '@pupitre/prisma'
import { ApiKeyRefusedError } from '../domain/api-key/api-key-refused.ts'
import { keyViewerOf } from '../domain/api-key/key-viewer.ts'
import { hashOf, isWellFormed } from '../domain/api-key/secret.ts'
import type { KeyViewer } from '../domain/viewer.ts'

/** Between two writings of when a key was last used: what asks all day long is no writing each time. */
export const LAST_USED_PRECISION_MS = 60_000

interface Asked {
  prisma: Pick<PrismaClient, 'apiKey'>
  now: Date
}

/**
 * Who shows a secret. Read from the database each time: a revoked key ends at once, on every process; one that cannot be a key is
 * refused without asking.
 * @throws ApiKeyRefusedError
 */
export async function viewerOfSecret({ prisma, now }: Asked, secret: string): Promise<KeyViewer> {
  if (!isWellFormed(secret)) throw new ApiKeyRefusedError('API_KEY_MALFORMED')
  const hash = hashOf(secret)
  const key = await prisma.apiKey.findFirst({ where: { OR: [{ hash }, { previousHash: hash }] } })
  if (!key) throw new ApiKeyRefusedError('API_KEY_UNKNOWN')
  if (key.revokedAt) throw new ApiKeyRefusedError('API_KEY_REVOKED')
  if (key.expiresAt <= now) throw new ApiKeyRefusedError('API_KEY_EXPIRED')
  if (key.hash !== hash && (!key.previousUntil || key.previousUntil <= now)) {
    throw new ApiKeyRefusedError('API_KEY_REPLACED')
  }
  await noteUse({ prisma, now }, key)
  return keyViewerOf(key)
}

/** A key as it is now; null when it is revoked or has expired. */
export async function reloadKeyViewer({ prisma, now }: Asked, id: string): Promise<KeyViewer | null> {
  const key = await prisma.apiKey.findFirst({ where: { id, revokedAt: null, expiresAt: { gt: now } } })
  return key && keyViewerOf(key)
}

async function noteUse({ prisma, now }: Asked, { id, collectiviteId, lastUsedAt }: ApiKey): Promise<void> {
  const due = new Date(now.getTime() - LAST_USED_PRECISION_MS)
  if (lastUsedAt && lastUsedAt > due) return
  // Of several requests at once, one writes it.
  await prisma.apiKey.updateMany({
    where: { id, collectiviteId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: due } }] },
    data: { lastUsedAt: now },
  })
}
