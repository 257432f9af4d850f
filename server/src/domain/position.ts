import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/**
 * `count` fractional positions after `last` (null: the place is empty), in order.
 * They are base-62 and compare byte by byte, never with a locale.
 */
export function positionsAfter(last: string | null, count: number): string[] {
  return generateNKeysBetween(last, null, count)
}

/** Something that has a position among its siblings. */
export interface Positioned {
  id: string
  position: string
}

/** Where things are put among siblings: before one, after one, or at the end when neither is among them any more. */
export interface Neighbours {
  beforeId: string | null
  afterId: string | null
}

/**
 * New positions that put `movedIds`, in this order, at a place among `siblings` (in their order, the moved ones among them or
 * not). Only the moved ones get one, unless their neighbours tie: then every sibling does.
 */
export function insertAmong(
  siblings: readonly Positioned[],
  { movedIds, beforeId, afterId }: Neighbours & { movedIds: readonly string[] },
): Positioned[] {
  const moved = new Set(movedIds)
  const others = siblings.filter(({ id }) => !moved.has(id))
  const index = indexAmong(siblings, { moved, beforeId, afterId })
  const [previous, next] = [others[index - 1]?.position ?? null, others[index]?.position ?? null]
  if (previous === null || next === null || previous < next) {
    const positions = generateNKeysBetween(previous, next, movedIds.length)
    return positions.flatMap((position, at) => positioned(movedIds[at], position))
  }
  const ids = others.map(({ id }) => id).toSpliced(index, 0, ...movedIds)
  return generateNKeysBetween(null, null, ids.length).flatMap((position, at) => positioned(ids[at], position))
}

/** How many of the siblings that stay come before the place. */
function indexAmong(
  siblings: readonly Positioned[],
  { moved, beforeId, afterId }: Neighbours & { moved: ReadonlySet<string> },
): number {
  const before = siblings.findIndex(({ id }) => id === beforeId)
  const after = siblings.findIndex(({ id }) => id === afterId)
  const end = before >= 0 ? before : after >= 0 ? after + 1 : siblings.length
  return siblings.slice(0, end).filter(({ id }) => !moved.has(id)).length
}

function positioned(id: string | undefined, position: string): Positioned[] {
  return id === undefined ? [] : [{ id, position }]
}

/** Byte by byte, then by id: the order of siblings. */
export function byPosition(one: Positioned, other: Positioned): number {
  return compare(one.position, other.position) || compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** A fractional position between two neighbours; null: there is none on that side. */
export function positionBetween(previous: string | null, next: string | null): string {
  return generateKeyBetween(previous, next)
}
