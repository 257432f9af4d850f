import { Prisma, type PrismaClient } from '@pupitre/prisma'
import type { Followed } from './followed.ts'
import { type FeedName, keyOfFeed } from './audiences.ts'
import type { Viewer } from '../viewer.ts'
import { foldTouches } from './fold-touches.ts'
import { openPersonFeed } from './person-feeds.ts'
import { makeFeeds } from './write-entries.ts'

/** Batches folded before a page is answered: the rest is for the next one. */
const MAX_FOLDS = 10

/** Where a reader is in a feed. */
export interface FeedPosition {
  epoch: string
  /** Where the feed was when its reader began: what had ceased to show by then is nothing to them. */
  since: bigint
  /** That of the last change that they were given. */
  seq: bigint
}

/** A change, and where its reader is after it, in each feed. */
export interface ReadChange {
  type: Followed
  id: string
  at: Date
  shown: boolean
  positions: FeedPosition[]
}

export interface ReadPage {
  changes: ReadChange[]
  /** Whether another page follows now. */
  hasMore: boolean
}

/** The reader’s place is of another life of the database, or of feeds that are not theirs any more. */
export class FeedLostError extends Error {}

interface Asked {
  /** That of a person is begun if it is not there. */
  feeds: readonly FeedName[]
  /** Whose they are; null when nobody need say. */
  viewer?: Viewer | null
  size: number
  /** null: from the beginning. */
  after: readonly FeedPosition[] | null
  /** What ceased to show before this is not told: whoever asks was not there. */
  notBefore: Date | null
}

interface StoredFeed {
  id: string
  seq: bigint
  epoch: string
}

/**
 * The changes of some feeds after a place, feed by feed, each thing once with its last change. A page costs as much wherever it is.
 * @throws FeedLostError
 */
export async function readChanges(
  prisma: PrismaClient,
  { feeds, viewer = null, size, after, notBefore }: Asked,
): Promise<ReadPage> {
  if (feeds.length === 0) return { changes: [], hasMore: false }
  const feed = feeds.find(({ audience }) => audience === 'PERSONNE')
  if (feed) await openPersonFeed(prisma, { feed, viewer })
  const remains = await foldAll(prisma)
  const stored = await storedFeeds(prisma, feeds)
  const positions = after ?? stored.map(({ epoch, seq }) => ({ epoch, since: seq, seq: 0n }))
  if (positions.length !== stored.length || stored.some(({ epoch }, at) => positions[at]?.epoch !== epoch))
    throw new FeedLostError('these places are in feeds that are not there any more')

  const changes: ReadChange[] = []
  const reached = [...positions]
  for (const [at, feed] of stored.entries()) {
    const position = positions[at]
    if (!position || changes.length > size) break
    for (const row of await entriesAfter(prisma, { feed, position, notBefore, limit: size + 1 - changes.length })) {
      reached[at] = { ...position, seq: row.seq }
      const { type, objet_id: id, at: moment, shown } = row
      changes.push({ type, id, at: moment, shown, positions: [...reached] })
    }
  }
  return { changes: changes.slice(0, size), hasMore: remains || changes.length > size }
}

async function foldAll(prisma: PrismaClient): Promise<boolean> {
  for (let folds = 0; folds < MAX_FOLDS; folds += 1) if (!(await foldTouches(prisma))) return false
  return true
}

/** In the order of their names; made if nothing was told there yet. */
async function storedFeeds(prisma: PrismaClient, feeds: readonly FeedName[]): Promise<StoredFeed[]> {
  const find = () => prisma.feed.findMany({ where: { OR: feeds.map((feed) => ({ ...feed })) } })
  let found = await find()
  if (found.length < feeds.length) {
    await makeFeeds(prisma, feeds)
    found = await find()
  }
  return feeds.flatMap((name) => found.find((feed) => keyOfFeed(feed) === keyOfFeed(name)) ?? [])
}

interface EntryRow {
  type: Followed
  objet_id: string
  seq: bigint
  shown: boolean
  at: Date
}

interface EntriesAfter {
  feed: { id: string }
  position: FeedPosition
  notBefore: Date | null
  limit: number
}

function entriesAfter(prisma: PrismaClient, asked: EntriesAfter): Promise<EntryRow[]> {
  return prisma.$queryRaw<EntryRow[]>(entriesSql(asked))
}

/** Two ranges of two indexes: what had gone before the reader began is not walked through. */
export function entriesSql({ feed, position: { since, seq }, notBefore, limit }: EntriesAfter): Prisma.Sql {
  const beyond = seq > since ? seq : since
  return Prisma.sql`
    SELECT * FROM (
      (SELECT type, objet_id, seq, shown, at FROM feed_entry
        WHERE feed_id = ${feed.id}::uuid AND shown AND seq > ${seq} AND seq <= ${since} ORDER BY seq LIMIT ${limit})
      UNION ALL
      (SELECT type, objet_id, seq, shown, at FROM feed_entry
        WHERE feed_id = ${feed.id}::uuid AND seq > ${beyond} AND (shown OR at >= ${notBefore ?? new Date(0)}) ORDER BY seq LIMIT ${limit})
    ) AS entry ORDER BY seq LIMIT ${limit}`
}
