import type { ApiKey, Feed } from '@pupitre/prisma'
import { keyViewerOf } from '../api-key/key-viewer.ts'
import { ownFeeds, PUBLIC_FEED } from '../feed/audiences.ts'
import { makeFeeds } from '../feed/write-entries.ts'
import type { Tx } from '../transaction.ts'

/** The one feed that a key reads: that of its collectivité, or what anybody reads. Its scopes never change. */
export async function feedOfKey(tx: Pick<Tx, '$executeRaw' | 'feed'>, key: ApiKey): Promise<Feed> {
  const [name = PUBLIC_FEED] = ownFeeds(keyViewerOf(key))
  await makeFeeds(tx, [name])
  return tx.feed.findFirstOrThrow({ where: { ...name } })
}
