import type * as Y from 'yjs'
import type { Anchor, TextRange } from './anchor.ts'

/** Ids of one client that the same anchors hold. */
interface Segment {
  clock: number
  end: number
  /** Indexes of the anchors. */
  holders: readonly number[]
}

/** What each anchor covers in a text (A1): from its first to its last character that is still there; null when none is. One walk for all of them. */
export function locateAnchors(text: Y.Text, anchors: readonly Anchor[]): (TextRange | null)[] {
  const found: (TextRange | null)[] = anchors.map(() => null)
  visitHeld(text, segmentsOf(anchors), (holders, { from, to }) => {
    for (const holder of holders) found[holder] = { from: found[holder]?.from ?? from, to }
  })
  return found
}

/** How many of an anchor's characters are still there. */
export function countLeft(text: Y.Text, anchor: Anchor): number {
  let left = 0
  visitHeld(text, segmentsOf([anchor]), (_holders, { from, to }) => {
    left += to - from
  })
  return left
}

/** Visits the stretches of a text that anchors hold, in the order of the text. */
function visitHeld(
  text: Y.Text,
  segments: ReadonlyMap<number, readonly Segment[]>,
  visit: (holders: readonly number[], range: TextRange) => void,
): void {
  let offset = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const own = segments.get(item.id.client)
    if (own) visitSegments(own, { clock: item.id.clock, length: item.length, offset }, visit)
    offset += item.length
  }
}

function visitSegments(
  segments: readonly Segment[],
  item: { clock: number; length: number; offset: number },
  visit: (holders: readonly number[], range: TextRange) => void,
): void {
  const end = item.clock + item.length
  const shift = item.offset - item.clock
  for (let i = firstEndingAfter(segments, item.clock); i < segments.length; i++) {
    const segment = segments[i]
    if (!segment || segment.clock >= end) return
    visit(segment.holders, {
      from: shift + Math.max(segment.clock, item.clock),
      to: shift + Math.min(segment.end, end),
    })
  }
}

/** Per client, in rising order, without overlap: anchors that share characters share segments. */
function segmentsOf(anchors: readonly Anchor[]): Map<number, Segment[]> {
  const bounds = new Map<number, { at: number; holder: number; opens: boolean }[]>()
  for (const [holder, anchor] of anchors.entries()) {
    for (const { client, clock, length } of anchor) {
      const own = bounds.get(client) ?? []
      own.push({ at: clock, holder, opens: true }, { at: clock + length, holder, opens: false })
      bounds.set(client, own)
    }
  }
  const segments = new Map<number, Segment[]>()
  for (const [client, own] of bounds) {
    const held: Segment[] = []
    const open = new Set<number>()
    let clock = 0
    for (const { at, holder, opens } of own.toSorted((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens))) {
      if (open.size > 0 && at > clock) held.push({ clock, end: at, holders: [...open] })
      clock = at
      if (opens) open.add(holder)
      else open.delete(holder)
    }
    segments.set(client, held)
  }
  return segments
}

function firstEndingAfter(segments: readonly Segment[], clock: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? Infinity) > clock) high = middle
    else low = middle + 1
  }
  return low
}
