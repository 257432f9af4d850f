import type { PlanTree, TreeAxe } from '../../../lib/plan/plan-tree-model.ts'

/** What a place must say to be moved. */
export interface IndexedPlace {
  id: string
  position: string
  axe: { id: string } | null
  fiche: { id: string; titre: string }
}

/** The tree with its nodes at hand. */
export interface TreeIndex<Place extends IndexedPlace = IndexedPlace> {
  tree: PlanTree<Place>
  axes: ReadonlyMap<string, TreeAxe<Place>>
  places: ReadonlyMap<string, Place>
  /** Ids of axes and places, from top to bottom as the page shows them. */
  order: readonly string[]
}

/** Walks the tree once. */
export function indexTree<Place extends IndexedPlace>(tree: PlanTree<Place>): TreeIndex<Place> {
  const axes = new Map<string, TreeAxe<Place>>()
  const places = new Map<string, Place>()
  const order: string[] = []
  const addPlaces = (held: readonly Place[]) => {
    for (const place of held) {
      places.set(place.id, place)
      order.push(place.id)
    }
  }
  const addAxe = (axe: TreeAxe<Place>) => {
    axes.set(axe.id, axe)
    order.push(axe.id)
    addPlaces(axe.places)
    for (const enfant of axe.enfants) addAxe(enfant)
  }
  for (const axe of tree.axes) addAxe(axe)
  addPlaces(tree.places)
  return { tree, axes, places, order }
}

/** The name of an axe, or the title of the fiche of a place. */
export function nodeName(index: TreeIndex, id: string): string {
  return index.axes.get(id)?.nom ?? index.places.get(id)?.fiche.titre ?? ''
}

/** Ids in the order of the page, without those that are under another of them. */
export function topmost(index: TreeIndex, ids: ReadonlySet<string>): string[] {
  return index.order.filter((id) => ids.has(id) && !isUnder(index, id, ids))
}

/** Whether something is under one of these axes. */
export function isUnder(index: TreeIndex, id: string, ancestors: ReadonlySet<string>): boolean {
  for (let at = parentOf(index, id); at !== null; at = parentOf(index, at)) if (ancestors.has(at)) return true
  return false
}

/** The axe that holds an axe or a place; null at the root. */
export function parentOf(index: TreeIndex, id: string): string | null {
  return index.axes.get(id)?.parentId ?? index.places.get(id)?.axe?.id ?? null
}
