import type { PrismaClient } from '@pupitre/prisma'
import type { Tx } from '../transaction.ts'
import type { FeedName } from './audiences.ts'
import { DEPENDANTS, type Touch, type Via } from './dependants.ts'
import { FOLLOWED, type Followed } from './followed.ts'
import { type Judgement, Judgements } from './judgements.ts'
import { forgetPersonFeeds, personReaders } from './person-feeds.ts'
import { type FeedChange, writeEntries } from './write-entries.ts'

/** Touches judged in one transaction: some hundreds of milliseconds at most, and as long as others wait for it. */
const BATCH = 1_000

/** Held by the one transaction that numbers entries: what has a greater number is committed later. Any number that nothing else takes. */
const FOLD_LOCK = 20_260_411

const TIMEOUT_MS = 60_000

/**
 * Judges what transactions have touched since the last time, and writes what each audience sees otherwise into its feed. Only what is committed is
 * judged, as it is then: what no audience could read in between is in no feed, and a transaction that commits late is judged later.
 * @returns whether more remains
 */
export async function foldTouches(prisma: PrismaClient): Promise<boolean> {
  // Those that another transaction is judging are still seen: it is waited for below.
  if ((await prisma.feedTouch.findFirst({ select: { id: true } })) === null) return false
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FOLD_LOCK})`
      await forgetPersonFeeds(tx)
      const touches = await takeTouches(tx)
      if (touches.length > 0) await writeEntries(tx, await changesOf(tx, touches))
      return touches.length === BATCH
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  )
}

interface TouchRow {
  type: string
  objet_id: string
  via_type: string | null
  via_id: string | null
}

async function takeTouches(tx: Tx): Promise<Touch[]> {
  const rows = await tx.$queryRaw<TouchRow[]>`
    DELETE FROM feed_touch WHERE id IN (SELECT id FROM feed_touch ORDER BY id LIMIT ${BATCH}) RETURNING type, objet_id, via_type, via_id`
  return rows.map(({ type, objet_id: id, via_type: viaType, via_id: viaId }) => ({
    type: followed(type),
    id,
    via: viaType === null ? null : viaId === null ? 'nothing' : { type: followed(viaType), id: viaId },
  }))
}

function followed(name: string): Followed {
  const found = FOLLOWED.find((type) => type === name)
  if (!found) throw new Error(`changes of ${name} are not followed`)
  return found
}

async function changesOf(tx: Tx, touches: readonly Touch[]): Promise<FeedChange[]> {
  const judgements = new Judgements(tx, await personReaders(tx))
  const all: Touch[] = []
  // Each thing is judged once, by what the database says: the order does not matter, and this ends.
  for (let waiting: readonly Touch[] = touches; waiting.length > 0;) {
    all.push(...waiting)
    const next: Touch[] = []
    for (const type of FOLLOWED) {
      const judged = await judgements.judge(type, idsOf(type, waiting))
      const flipped = [...judged].filter(([, judgement]) =>
        feedsOf(judgement).some((feed) => isFlipped(feed, judgement)),
      )
      if (flipped.length > 0)
        next.push(
          ...((await DEPENDANTS[type]?.(
            tx,
            flipped.map(([id]) => id),
          )) ?? []),
        )
    }
    waiting = next
  }
  const byThing = Map.groupBy(all, keyOf)
  const order = new Map(FOLLOWED.map((type, at) => [type, at]))
  return [...judgements.all()]
    .flatMap((thing) => toldOf(thing, { touches: byThing.get(keyOf(thing)) ?? [], judgements }))
    .toSorted((one, other) => (order.get(one.type) ?? 0) - (order.get(other.type) ?? 0))
}

const keyOf = ({ type, id }: Via): string => `${type} ${id}`

/** Of what is touched, and of what it is touched through. */
function idsOf(wanted: Followed, touches: readonly Touch[]): string[] {
  return touches.flatMap(({ type, id, via }) => [
    ...(type === wanted ? [id] : []),
    ...(via !== null && via !== 'nothing' && via.type === wanted ? [via.id] : []),
  ])
}

/** What is told of a thing: to those who begin or cease to see it, and to those who still do when they see what changed of it. */
function toldOf(
  { type, id, judgement }: Via & { judgement: Judgement },
  { touches, judgements }: { touches: readonly Touch[]; judgements: Judgements },
): FeedChange[] {
  const isToldIn = (feed: string) =>
    isFlipped(feed, judgement) || touches.some(({ via }) => changes(via, { feed, judgements }))
  const told = feedsOf(judgement).filter(isToldIn)
  const beside = besideRoles(judgement, { touches, judgements })
  return [
    ...told.map((feed) => ({ feed: judgements.nameOf(feed), type, id, shown: judgement.now.has(feed) })),
    ...beside.map((feed) => ({ feed, type, id, shown: true })),
  ]
}

/** Feeds of people whose role shows something, when what changed of it is seen by a grant: of a plan that holds it, say. */
function besideRoles(
  judgement: Judgement,
  { touches, judgements }: { touches: readonly Touch[]; judgements: Judgements },
): FeedName[] {
  const through = touches.filter(({ via }) => via !== null && via !== 'nothing')
  if (through.length === 0) return []
  return judgements.persons
    .filter(({ feed, roles }) => !feedsOf(judgement).includes(feed) && roles.some((role) => judgement.now.has(role)))
    .filter(({ feed, roles }) =>
      through.some(
        ({ via }) =>
          changes(via, { feed, judgements }) && !roles.some((role) => changes(via, { feed: role, judgements })),
      ),
    )
    .map(({ name }) => name)
}

/** The feeds that show something, or did. */
const feedsOf = ({ before, now }: Judgement): string[] => [...new Set([...before, ...now])]

/** Whether something begins or ceases to show in a feed. */
const isFlipped = (feed: string, { before, now }: Judgement): boolean => before.has(feed) !== now.has(feed)

function changes(via: Touch['via'], { feed, judgements }: { feed: string; judgements: Judgements }): boolean {
  if (via === null) return true
  if (via === 'nothing') return false
  const { before, now } = judgements.of(via)
  const isIn = (feeds: ReadonlySet<string>) => judgements.seenIn(feed).some((each) => feeds.has(each))
  return via.flips ? isIn(before) !== isIn(now) : isIn(before) || isIn(now)
}
