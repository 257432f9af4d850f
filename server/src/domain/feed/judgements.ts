import type { FeedAudience } from '@pupitre/prisma'
import type { Tx } from '../transaction.ts'
import { AUDIENCES, typicalReader } from './audiences.ts'
import { type Followed, LOOKS } from './followed.ts'

/** Who saw something when it was last judged, and who sees it. */
export interface Judgement {
  /** null: it is gone for good, and so is its collectivité. */
  collectiviteId: string | null
  before: ReadonlySet<FeedAudience>
  now: ReadonlySet<FeedAudience>
}

/** What is judged in one transaction: each thing once, by the conditions that its readers are answered with. */
export class Judgements {
  readonly #tx: Tx
  readonly #byType = new Map<Followed, Map<string, Judgement>>()

  constructor(tx: Tx) {
    this.#tx = tx
  }

  /** Judges those that are not yet, and answers those. */
  async judge(type: Followed, ids: Iterable<string>): Promise<Map<string, Judgement>> {
    const judged = this.#of(type)
    const wanted = [...new Set(ids)].filter((id) => !judged.has(id))
    if (wanted.length === 0) return new Map()
    const stored = await this.#stored(type, wanted)
    const owners = new Map((await LOOKS[type].owned(this.#tx, wanted)).map((one) => [one.id, one.collectiviteId]))
    const seen = await this.#seen(type, [...owners.keys()], [...new Set(owners.values())])
    const found = new Map(
      wanted.map((id): [string, Judgement] => {
        const { audiences, collectiviteId } = stored.get(id) ?? { audiences: [], collectiviteId: null }
        return [
          id,
          {
            collectiviteId: owners.get(id) ?? collectiviteId,
            before: new Set(audiences),
            now: new Set(AUDIENCES.filter((audience) => seen.get(audience)?.has(id))),
          },
        ]
      }),
    )
    for (const [id, judgement] of found) judged.set(id, judgement)
    return found
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

  #of(type: Followed): Map<string, Judgement> {
    const judged = this.#byType.get(type) ?? new Map<string, Judgement>()
    this.#byType.set(type, judged)
    return judged
  }

  async #stored(type: Followed, ids: readonly string[]) {
    const rows = await this.#tx.feedEntry.findMany({
      where: { type, objetId: { in: [...ids] }, shown: true },
      select: { objetId: true, feed: { select: { audience: true, collectiviteId: true } } },
    })
    return new Map(
      [...Map.groupBy(rows, ({ objetId }) => objetId)].map(([id, entries]) => [
        id,
        {
          audiences: entries.map(({ feed }) => feed.audience),
          collectiviteId: entries.find(({ feed }) => feed.collectiviteId !== null)?.feed.collectiviteId ?? null,
        },
      ]),
    )
  }

  async #seen(type: Followed, ids: readonly string[], collectiviteIds: readonly string[]) {
    const seen = new Map<FeedAudience, ReadonlySet<string>>()
    for (const audience of AUDIENCES) {
      const rows = await LOOKS[type].seenBy(this.#tx, ids, typicalReader(audience, collectiviteIds))
      seen.set(audience, new Set(rows.map(({ id }) => id)))
    }
    return seen
  }
}
