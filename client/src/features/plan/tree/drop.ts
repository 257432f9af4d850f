import { isUnder, parentOf, topmost, type IndexedPlace, type TreeIndex } from './tree-index.ts'

/** Where something is dropped: beside a line of the tree, in an axe, or at the end of the root (`over` null). */
export interface Anchor {
  over: string | null
  edge: 'before' | 'after' | 'inside'
}

/** Where axes or fiches go, as the server is asked. */
export interface Target {
  ids: string[]
  parentId: string | null
  beforeId: string | null
  afterId: string | null
}

/** What a drop moves: axes, fiches, or both, which then go into the same axe. */
export interface Drop {
  axes: Target | null
  places: Target | null
}

/** What dropping these there does; null when it cannot be done. */
export function resolveDrop(index: TreeIndex, ids: ReadonlySet<string>, anchor: Anchor): Drop | null {
  const moved = topmost(index, ids)
  const axes = moved.filter((id) => index.axes.has(id))
  const places = moved.filter((id) => index.places.has(id))
  if (moved.length === 0) return null
  const { over, edge } = anchor
  if (over !== null && (isUnder(index, over, new Set(axes)) || (axes.includes(over) && edge === 'inside'))) return null

  if (edge === 'inside') {
    return { axes: target(axes, { parentId: over }), places: target(places, { parentId: over }) }
  }
  // Beside an axe go axes, beside a fiche go fiches.
  if (over === null || (index.axes.has(over) ? places : axes).length > 0) return null
  const place = {
    parentId: parentOf(index, over),
    ...(edge === 'before' ? { beforeId: over } : { afterId: over }),
  }
  return { axes: target(axes, place), places: target(places, place) }
}

function target(
  ids: string[],
  { parentId, beforeId = null, afterId = null }: Partial<Target> & Pick<Target, 'parentId'>,
): Target | null {
  return ids.length > 0 ? { ids, parentId, beforeId, afterId } : null
}

/** Everywhere that these may be dropped, from top to bottom: what the arrow keys go through. */
export function anchorsFor(index: TreeIndex, ids: ReadonlySet<string>): Anchor[] {
  const moved = new Set(topmost(index, ids))
  const movesAxes = [...moved].some((id) => index.axes.has(id))
  const movesPlaces = [...moved].some((id) => index.places.has(id))
  const anchors: Anchor[] = []
  const beside = (siblings: readonly { id: string }[]) => {
    const stay = siblings.filter(({ id }) => !moved.has(id))
    for (const { id } of stay) anchors.push({ over: id, edge: 'before' })
    const last = stay.at(-1)
    if (last) anchors.push({ over: last.id, edge: 'after' })
    return stay.length > 0
  }
  const walk = (axeId: string | null, held: { axes: readonly { id: string }[]; places: readonly { id: string }[] }) => {
    const addPlaces = () => {
      if (movesPlaces && !movesAxes && !beside(held.places)) anchors.push({ over: axeId, edge: 'inside' })
    }
    // The page shows the fiches of an axe before the axes under it, and those of the root after everything.
    if (axeId !== null) addPlaces()
    if (movesAxes && movesPlaces) anchors.push({ over: axeId, edge: 'inside' })
    const stay = held.axes.filter(({ id }) => !moved.has(id))
    for (const { id } of stay) {
      if (movesAxes && !movesPlaces) anchors.push({ over: id, edge: 'before' })
      const axe = index.axes.get(id)
      if (axe) walk(id, { axes: axe.enfants, places: axe.places })
    }
    if (axeId === null) addPlaces()
    if (!movesAxes || movesPlaces) return
    const last = stay.at(-1)
    anchors.push(last ? { over: last.id, edge: 'after' } : { over: axeId, edge: 'inside' })
  }
  const { tree } = index
  walk(null, tree)
  return anchors
}

/** Where something is now, as one of the places that it may be dropped at. */
export function currentAnchor(index: TreeIndex, id: string, moved: ReadonlySet<string>): Anchor {
  const parentId = parentOf(index, id)
  const parent = parentId === null ? index.tree : index.axes.get(parentId)
  const siblings = index.axes.has(id)
    ? ((parent && 'enfants' in parent ? parent.enfants : index.tree.axes) satisfies readonly { id: string }[])
    : (parent?.places ?? [])
  const at = siblings.findIndex((sibling) => sibling.id === id)
  const next = siblings.slice(at + 1).find((sibling) => !moved.has(sibling.id))
  if (next) return { over: next.id, edge: 'before' }
  const previous = siblings.slice(0, at).findLast((sibling) => !moved.has(sibling.id))
  return previous ? { over: previous.id, edge: 'after' } : { over: parentId, edge: 'inside' }
}

/**
 * Positions to show until the server's come, in order: `!` compares before every character of a position, so that what is
 * added to the one before stays before the next one.
 */
export function provisionalPositions<Place extends IndexedPlace>(
  index: TreeIndex<Place>,
  { ids, parentId, beforeId, afterId }: Target,
  of: 'axes' | 'places',
): string[] {
  const parent = parentId === null ? null : index.axes.get(parentId)
  const siblings: readonly { id: string; position: string }[] =
    of === 'axes' ? (parent ? parent.enfants : index.tree.axes) : parent ? parent.places : index.tree.places
  const stay = siblings.filter(({ id }) => !ids.includes(id))
  const before = stay.findIndex(({ id }) => id === beforeId)
  const after = stay.findIndex(({ id }) => id === afterId)
  const end = before >= 0 ? before : after >= 0 ? after + 1 : stay.length
  const previous = stay[end - 1]?.position ?? ''
  return ids.map((_id, at) => previous + '!'.repeat(at + 1))
}
