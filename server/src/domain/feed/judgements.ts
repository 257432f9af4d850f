import type { Tx } from '../transaction.ts'
import { AUDIENCES, type FeedName, feedOfCollectivite, keyOfFeed, PUBLIC_FEED, typicalReader } from './audiences.ts'
import { type Followed, LOOKS, type Owned } from './followed.ts'
import type { PersonReader } from './person-feeds.ts'

/** In which feeds something was shown when it was last judged, and in which it is. */
export interface Judgement {
  before: ReadonlySet<string>
  now: ReadonlySet<string>
}

/** What is judged in one transaction: each thing once, by the conditions that its readers are answered with. */
export class Judgements {
  readonly #tx: Tx
  readonly #persons: ReadonlyMap<string, PersonReader>
  readonly #byType = new Map<Followed, Map<string, Judgement>>()
  readonly #names = new Map<string, FeedName>()

  constructor(tx: Tx, persons: readonly PersonReader[]) {
    this.#tx = tx
    this.#persons = new Map(persons.map((person) => [person.feed, person]))
  }

  /** Judges those that are not yet, and answers those. */
  async judge(type: Followed, ids: Iterable<string>): Promise<Map<string, Judgement>> {
    const judged = this.#of(type)
    const wanted = [...new Set(ids)].filter((id) => !judged.has(id))
    if (wanted.length === 0) return new Map()
    const before = await this.#stored(type, wanted)
    const owners = await LOOKS[type].owned(this.#tx, wanted)
    const now = await this.#shownByRole(type, owners)
    for (const person of this.#persons.values()) await this.#addPerson(type, { person, owners, before, now })
    const none: ReadonlySet<string> = new Set()
    for (const id of wanted) judged.set(id, { before: before.get(id) ?? none, now: now.get(id) ?? none })
    return new Map(wanted.map((id) => [id, judged.get(id) ?? { before: none, now: none }]))
  }

  /** @throws Error unless it was judged */
  of({ type, id }: { type: Followed; id: string }): Judgement {
    const judgement = this.#of(type).get(id)
    if (!judgement) throw new Error(`${type} ${id} was not judged`)
    return judgement
  }

  /** Everything that was judged. */
  *all(): Generator<{ type: Followed; id: string; judgement: Judgement }> {
    for (const [type, judged] of this.#byType) for (const [id, judgement] of judged) yield { type, id, judgement }
  }

  /** @throws Error for the key of a feed that shows and showed nothing */
  nameOf(feed: string): FeedName {
    const name = this.#names.get(feed)
    if (!name) throw new Error(`nothing was judged of the feed ${feed}`)
    return name
  }

  /** Those whose feeds are read. */
  get persons(): readonly PersonReader[] {
    return [...this.#persons.values()]
  }

  /** The feeds by which the readers of one see something: it, and, for a person's, those of their roles. */
  seenIn(feed: string): readonly string[] {
    return [feed, ...(this.#persons.get(feed)?.roles ?? [])]
  }

  #of(type: Followed): Map<string, Judgement> {
    const judged = this.#byType.get(type) ?? new Map<string, Judgement>()
    this.#byType.set(type, judged)
    return judged
  }

  #keyOf(name: FeedName): string {
    const key = keyOfFeed(name)
    this.#names.set(key, name)
    return key
  }

  async #stored(type: Followed, ids: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await this.#tx.feedEntry.findMany({
      where: { type, objetId: { in: [...ids] }, shown: true },
      select: { objetId: true, feed: { select: { audience: true, collectiviteId: true, userId: true } } },
    })
    const byId = Map.groupBy(rows, ({ objetId }) => objetId)
    return new Map([...byId].map(([id, entries]) => [id, new Set(entries.map(({ feed }) => this.#keyOf(feed)))]))
  }

  /** What is of one collectivité is judged with all that is of one; what is of two, for each apart, whose readers do not read the other. */
  async #shownByRole(type: Followed, owners: readonly Owned[]): Promise<Map<string, Set<string>>> {
    const shown = new Map(owners.map(({ id }) => [id, new Set<string>()]))
    const ids = (those: readonly Owned[]) => those.map(({ id }) => id)
    for (const { id } of await LOOKS[type].seenBy(this.#tx, ids(owners), null))
      shown.get(id)?.add(this.#keyOf(PUBLIC_FEED))
    const alone = owners.filter(({ collectiviteIds }) => collectiviteIds.length === 1)
    const shared = owners.filter(({ collectiviteIds }) => collectiviteIds.length > 1)
    const asked = [
      { those: alone, collectiviteIds: collectivitesOf(alone) },
      ...collectivitesOf(shared).map((collectiviteId) => ({
        those: shared.filter(({ collectiviteIds }) => collectiviteIds.includes(collectiviteId)),
        collectiviteIds: [collectiviteId],
      })),
    ]
    for (const audience of AUDIENCES)
      for (const { those, collectiviteIds } of asked) {
        if (those.length === 0) continue
        const seen = await LOOKS[type].seenBy(this.#tx, ids(those), typicalReader(audience, collectiviteIds))
        for (const { id, collectiviteIds: of } of seen)
          for (const collectiviteId of of)
            if (collectiviteIds.includes(collectiviteId))
              shown.get(id)?.add(this.#keyOf(feedOfCollectivite(audience, collectiviteId)))
      }
    return shown
  }

  /** What a person reads that no feed of their roles shows. */
  async #addPerson(
    type: Followed,
    {
      person: { feed, name, roles, viewer, reach },
      owners,
      before,
      now,
    }: {
      person: PersonReader
      owners: readonly Owned[]
      before: ReadonlyMap<string, ReadonlySet<string>>
      now: ReadonlyMap<string, Set<string>>
    },
  ): Promise<void> {
    const within = owners.filter(
      ({ id, collectiviteIds }) =>
        (before.get(id)?.has(feed) || collectiviteIds.some((collectiviteId) => reach.has(collectiviteId))) &&
        !roles.some((role) => now.get(id)?.has(role)),
    )
    if (within.length === 0) return
    const read = await LOOKS[type].readBy(
      this.#tx,
      within.map(({ id }) => id),
      viewer,
    )
    for (const { id } of read) now.get(id)?.add(this.#keyOf(name))
  }
}

function collectivitesOf(owners: readonly Owned[]): string[] {
  return [...new Set(owners.flatMap(({ collectiviteIds }) => collectiviteIds))]
}
