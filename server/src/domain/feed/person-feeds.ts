import { Prisma, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { grantedToSql } from '../rights/granted.ts'
import { personRightsRow, personRightsSql } from '../rights/person-sql.ts'
import { collectiviteIds } from '../rights/readable.ts'
import type { Tx } from '../transaction.ts'
import { membreIdsOf, type PersonViewer, readerIdOf, type Viewer } from '../viewer.ts'
import { type FeedName, keyOfFeed, ownFeeds } from './audiences.ts'

/*
 * What a person follows that their roles alone do not show: what grants open to them, the restricted fiches that they pilot, the links between
 * two of their collectivités. Each has a feed of their own, begun when they first ask, and judged by all that they read.
 */

/** A feed that nobody has read for so long is forgotten: judging it costs a look at each change. Whoever comes back begins again. */
const FORGOTTEN_AFTER_DAYS = 30

const DAY_MS = 24 * 3_600_000

/** The feed of what a viewer reads beside their roles; null for a key, and for nobody. As a member is seen, it is of their collectivité alone. */
function personFeed(viewer: Viewer | null): FeedName | null {
  const userId = readerIdOf(viewer)
  if (userId === null) return null
  return { audience: 'PERSONNE', userId, collectiviteId: viewer?.grantee?.within ?? null }
}

/** The feeds that a viewer follows: those of their roles, then their own. */
export function followedFeeds(viewer: Viewer | null): FeedName[] {
  const own = personFeed(viewer)
  return own ? [...ownFeeds(viewer), own] : ownFeeds(viewer)
}

/** Somebody who follows. */
export interface PersonReader {
  name: FeedName
  /** The key of its name. */
  feed: string
  /** The feeds of their roles. */
  roles: readonly string[]
  viewer: PersonViewer
  /** The collectivités of which they may read anything. */
  reach: ReadonlySet<string>
}

const readerRow = personRightsRow.extend({
  userId: z.string(),
  /** As `personFeed` says. */
  within: z.string().nullable(),
  granting: z.array(z.string()),
})

/** Everybody whose feed is read, with their rights as of now. Their feeds stay until the transaction ends: what begins one again waits. */
export async function personReaders(tx: Tx): Promise<PersonReader[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT "user".id AS "userId", feed.collectivite_id AS within, ${personRightsSql},
      ARRAY(
        SELECT DISTINCT octroi.collectivite_id FROM octroi
        WHERE octroi.email = lower("user".email) AND "user".email_verified
          OR octroi.membre_id IN (SELECT id FROM membre WHERE user_id = "user".id)
          OR octroi.service_id IN (
            SELECT service_id FROM membre_service JOIN membre ON membre.id = membre_service.membre_id
            WHERE membre.user_id = "user".id)) AS granting
    FROM feed JOIN "user" ON "user".id = feed.user_id
    WHERE feed.audience = 'PERSONNE'
    ORDER BY feed.id FOR KEY SHARE OF feed`
  return rows.map((row) => readerOf(readerRow.parse(row)))
}

function readerOf({ userId, within, granting, memberships, grantee }: z.infer<typeof readerRow>): PersonReader {
  const person = { userId, name: '', email: '', sessionId: '' }
  const viewer: PersonViewer = { ...person, memberships, grantee }
  const seen = within === null ? viewer : seenWithin(viewer, within)
  const name: FeedName = { audience: 'PERSONNE', userId, collectiviteId: within }
  return {
    name,
    feed: keyOfFeed(name),
    roles: ownFeeds(seen).map(keyOfFeed),
    viewer: seen,
    reach: new Set(within === null ? [...collectiviteIds(viewer), ...granting] : [within]),
  }
}

/** A person as an admin of a collectivité sees them (decision 25): by their place there, and by what grants of that collectivité name of it. */
function seenWithin({ memberships, grantee, ...person }: PersonViewer, within: string): PersonViewer {
  const there = memberships.filter(({ collectiviteId }) => collectiviteId === within)
  const services = new Set(there.flatMap(({ serviceIds }) => serviceIds))
  return {
    ...person,
    memberships: there,
    grantee: {
      membreIds: there.map(({ membreId }) => membreId),
      serviceIds: (grantee?.serviceIds ?? []).filter((id) => services.has(id)),
      emails: [],
      within,
    },
  }
}

/** Begins the feed of a person, unless it is there, and has what it shows judged; notes from time to time that it is read. */
export async function openPersonFeed(
  prisma: PrismaClient,
  { feed: { userId, collectiviteId }, viewer }: { feed: FeedName; viewer: Viewer | null },
): Promise<void> {
  const where = { audience: 'PERSONNE', userId, collectiviteId } as const
  const yesterday = new Date(Date.now() - DAY_MS)
  const known = await prisma.feed.findFirst({ where, select: { id: true, readAt: true } })
  if (!known) await prisma.$transaction((tx) => begin(tx, { where, viewer }))
  else if (known.readAt < yesterday)
    await prisma.feed.updateMany({ where: { id: known.id }, data: { readAt: new Date() } })
}

async function begin(
  tx: Tx,
  { where, viewer }: { where: { audience: 'PERSONNE' } & Omit<FeedName, 'audience'>; viewer: Viewer | null },
): Promise<void> {
  const [made] = await tx.feed.createManyAndReturn({ data: [where], skipDuplicates: true, select: { id: true } })
  if (!made) return
  const nothing = (type: string) => Prisma.sql`${type}, ${type}, NULL::uuid`
  await tx.$executeRaw`
    WITH granted AS (SELECT * FROM octroi WHERE ${grantedToSql(viewer)}), touched (objet_id, type, via_type, via_id) AS (
      SELECT plan_id, ${nothing('Plan')} FROM granted
      UNION ALL SELECT fiche_id, ${nothing('Fiche')} FROM granted
      UNION ALL SELECT collectivite_id, ${nothing('Collectivite')} FROM granted
      UNION ALL SELECT service.id, ${nothing('Service')} FROM granted JOIN service USING (collectivite_id)
      UNION ALL SELECT label.id, ${nothing('Label')} FROM granted JOIN label USING (collectivite_id)
      UNION ALL SELECT fiche_id, ${nothing('Fiche')} FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
        WHERE personne.membre_id = ANY (${membreIdsOf(viewer)}::uuid[])
      UNION ALL SELECT lien.id, ${nothing('Lien')} FROM lien
        JOIN fiche ON fiche.id = lien.fiche_id JOIN fiche AS autre ON autre.id = lien.autre_id
        WHERE fiche.collectivite_id <> autre.collectivite_id
          AND fiche.collectivite_id = ANY (${collectiviteIds(viewer)}::uuid[])
          AND autre.collectivite_id = ANY (${collectiviteIds(viewer)}::uuid[]))
    INSERT INTO feed_touch (type, objet_id, via_type, via_id)
    SELECT DISTINCT type, objet_id, via_type, via_id FROM touched WHERE objet_id IS NOT NULL`
}

/** Forgets the feeds that nobody reads any more. */
export async function forgetPersonFeeds(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM feed WHERE audience = 'PERSONNE' AND read_at < now() - make_interval(days => ${FORGOTTEN_AFTER_DAYS})`
}
