import { listNumbers } from '../convert/list-numbers.ts'
import type { BlockKind } from '../model.ts'

/** An item's place among its sisters: the items of its level that no item of a lower level parts from it. */
export interface ListPlace {
  /** From 1. */
  position: number
  count: number
  /** What a numbered item shows; 0 for the other kinds. */
  number: number
}

/** The places of the items of one run, in order. */
export function listPlaces(items: { kind: BlockKind; indent: number }[]): ListPlace[] {
  const numbers = listNumbers(items)
  const open: ListPlace[][] = []
  const sisters: ListPlace[][] = []
  const places = items.map(({ indent }, i): ListPlace => {
    open.length = Math.min(open.length, indent + 1)
    let group = open[indent]
    if (!group) {
      group = []
      open[indent] = group
      sisters.push(group)
    }
    const place = { position: group.length + 1, count: 0, number: numbers[i] ?? 0 }
    group.push(place)
    return place
  })
  for (const group of sisters) for (const place of group) place.count = group.length
  return places
}
