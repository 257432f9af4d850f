/** What orders siblings: a rank that compares character by character, then the uuid. */
interface Ranked {
  uuid: string
  position: string
}

/** An axe as it is loaded. */
export interface LoadedAxe extends Ranked {
  id: string
  nom: string
  parent: { id: string } | null
}

/** A place of a fiche as it is loaded. */
export interface LoadedPlace extends Ranked {
  id: string
  axe: { id: string } | null
}

export interface TreeAxe<Place> {
  id: string
  uuid: string
  nom: string
  parentId: string | null
  position: string
  enfants: TreeAxe<Place>[]
  places: Place[]
  /** Places here and below: a fiche placed twice counts twice, as it is shown twice. */
  size: number
}

export interface PlanTree<Place> {
  axes: TreeAxe<Place>[]
  /** Places at the root of the plan. */
  places: Place[]
}

/**
 * The tree of a plan from its flat lists; siblings are put in their order.
 *
 * @param complete whether both lists are whole: what hangs on an axe that is not there is then put at the root rather
 * than hidden (it may be moved or removed while the pages come); before that, its axe is only awaited
 */
export function buildPlanTree<Place extends LoadedPlace>({
  axes,
  places,
  complete,
}: {
  axes: readonly LoadedAxe[]
  places: readonly Place[]
  complete: boolean
}): PlanTree<Place> {
  const tree: PlanTree<Place> = { axes: [], places: [] }
  const byId = new Map(axes.map((axe) => [axe.id, emptyAxe<Place>(axe)]))

  for (const { id, parent } of axes.toSorted(byRank)) {
    const axe = byId.get(id)
    const siblings = parent === null ? tree.axes : (byId.get(parent.id)?.enfants ?? (complete ? tree.axes : null))
    if (axe) siblings?.push(axe)
  }
  for (const place of places.toSorted(byRank)) {
    const siblings =
      place.axe === null ? tree.places : (byId.get(place.axe.id)?.places ?? (complete ? tree.places : null))
    siblings?.push(place)
  }
  for (const axe of tree.axes) countPlaces(axe)
  return tree
}

/** The axes of the tree from top to bottom, each with the names from the root down to its own. */
export function axePaths<Place>(tree: PlanTree<Place>): { id: string; path: string[] }[] {
  const walk = (axes: readonly TreeAxe<Place>[], above: string[]): { id: string; path: string[] }[] =>
    axes.flatMap(({ id, nom, enfants }) => [{ id, path: [...above, nom] }, ...walk(enfants, [...above, nom])])
  return walk(tree.axes, [])
}

function emptyAxe<Place>({ id, uuid, nom, parent, position }: LoadedAxe): TreeAxe<Place> {
  return { id, uuid, nom, parentId: parent?.id ?? null, position, enfants: [], places: [], size: 0 }
}

function byRank(one: Ranked, other: Ranked): number {
  return compare(one.position, other.position) || compare(one.uuid, other.uuid)
}

/** Never with a locale: the server compares bytes. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function countPlaces<Place>(axe: TreeAxe<Place>): number {
  axe.size = axe.enfants.reduce((size, enfant) => size + countPlaces(enfant), axe.places.length)
  return axe.size
}
