import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../transaction.ts'
import type { FeedName } from './audiences.ts'
import type { Followed } from './followed.ts'

/** What a feed has to tell of one thing. */
export interface FeedChange {
  feed: FeedName
  type: Followed
  id: string
  /** False: it is gone, or hidden. */
  shown: boolean
}

/** Makes the feeds that are not there yet, of collectivités that are; those of people begin otherwise. */
export async function makeFeeds(tx: Pick<Tx, '$executeRaw'>, feeds: readonly FeedName[]): Promise<void> {
  const wanted = [...new Map(feeds.map((feed) => [JSON.stringify(feed), { id: uuidv7(), ...feed }])).values()]
  await tx.$executeRaw`
    INSERT INTO feed (id, audience, collectivite_id)
    SELECT id, audience::"FeedAudience", "collectiviteId"
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted(id uuid, audience text, "collectiviteId" uuid)
    WHERE audience <> 'PERSONNE' AND ("collectiviteId" IS NULL OR "collectiviteId" IN (SELECT id FROM collectivite))
    ON CONFLICT DO NOTHING`
}

/** Writes changes into their feeds, in the order given, each after all that is there. The caller is alone to do it. */
export async function writeEntries(tx: Tx, changes: readonly FeedChange[]): Promise<void> {
  if (changes.length === 0) return
  await makeFeeds(
    tx,
    changes.map(({ feed }) => feed),
  )
  const rows = changes.map(({ feed, type, id, shown }, rang) => ({ ...feed, type, id, shown, rang }))
  await tx.$executeRaw`
    WITH change AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS change(audience text, "collectiviteId" uuid, "userId" uuid, type text, id uuid, shown boolean, rang integer)
    ), numbered AS MATERIALIZED (
      SELECT feed.id AS feed_id, change.type, change.id, change.shown,
        feed.seq + row_number() OVER (PARTITION BY feed.id ORDER BY change.rang) AS seq
      FROM change JOIN feed ON feed.audience = change.audience::"FeedAudience" AND feed.collectivite_id IS NOT DISTINCT FROM change."collectiviteId"
          AND feed.user_id IS NOT DISTINCT FROM change."userId"
    ), advanced AS (
      UPDATE feed SET seq = last.seq FROM (SELECT feed_id, max(seq) AS seq FROM numbered GROUP BY feed_id) AS last WHERE feed.id = last.feed_id
    )
    INSERT INTO feed_entry (type, objet_id, feed_id, seq, shown, at)
    SELECT type, id, feed_id, seq, shown, now() FROM numbered
    ON CONFLICT (type, objet_id, feed_id) DO UPDATE SET seq = EXCLUDED.seq, shown = EXCLUDED.shown, at = EXCLUDED.at`
}
