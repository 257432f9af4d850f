/** An axe as it is loaded: siblings come in their order. */
export interface LoadedAxe {
  id: string
  nom: string
  parent: { id: string } | null
}

/** A place of a fiche as it is loaded: the places of one axe come in their order. */
export interface LoadedPlace {
  id: string
  axe: { id: string } | null
}

export interface TreeAxe<Place> {
  id: string
  nom: string
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
 * The tree of a plan from its flat lists, in their order.
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
  const byId = new Map(axes.map(({ id, nom }) => [id, emptyAxe<Place>(id, nom)]))

  for (const { id, parent } of axes) {
    const axe = byId.get(id)
    const siblings = parent === null ? tree.axes : (byId.get(parent.id)?.enfants ?? (complete ? tree.axes : null))
    if (axe) siblings?.push(axe)
  }
  for (const place of places) {
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

function emptyAxe<Place>(id: string, nom: string): TreeAxe<Place> {
  return { id, nom, enfants: [], places: [], size: 0 }
}

function countPlaces<Place>(axe: TreeAxe<Place>): number {
  axe.size = axe.enfants.reduce((size, enfant) => size + countPlaces(enfant), axe.places.length)
  return axe.size
}
