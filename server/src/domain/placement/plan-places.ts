import { readablePlacements } from '../rights/readable.ts'
import { byPosition, type Positioned } from '../position.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'

/** One place of a plan. */
export interface Place extends Positioned {
  ficheId: string
  axeId: string | null
}

/** Every place of a plan in memory, those that the viewer does not see included: they have their position too. */
export class PlanPlaces {
  readonly #byId: Map<string, Place>

  constructor(places: readonly Place[]) {
    this.#byId = new Map(places.map((place) => [place.id, place]))
  }

  /** Read once the plan is locked, or what it says may be past. */
  static async load(tx: Tx, planId: string): Promise<PlanPlaces> {
    return new PlanPlaces(
      await tx.placement.findMany({
        where: { planId },
        select: { id: true, ficheId: true, axeId: true, position: true },
      }),
    )
  }

  get(id: string): Place | undefined {
    return this.#byId.get(id)
  }

  /** The places of one axe (null: of the root), in order. */
  in(axeId: string | null): Place[] {
    return [...this.#byId.values()].filter((place) => place.axeId === axeId).toSorted(byPosition)
  }

  move(id: string, to: { axeId: string | null; position: string }): void {
    const place = this.#byId.get(id)
    if (place) this.#byId.set(id, { ...place, ...to })
  }
}

/** The ids of the places of a plan that the viewer may read: others are counted with, and never named. */
export async function readablePlaceIds({ tx, viewer }: UseCase, planId: string): Promise<ReadonlySet<string>> {
  const places = await tx.placement.findMany({
    where: { AND: [{ planId }, readablePlacements(viewer)] },
    select: { id: true },
  })
  return new Set(places.map(({ id }) => id))
}
