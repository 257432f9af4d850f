/** An item's place among its sisters: the items of its level that no item of a lower level parts from it. */
export interface ListPlace {
  /** From 1. */
  position: number
  count: number
}

/** The places of the items of one run, from their indents, in order. */
export function listPlaces(indents: readonly number[]): ListPlace[] {
  const open: ListPlace[][] = []
  const sisters: ListPlace[][] = []
  const places = indents.map((indent): ListPlace => {
    open.length = Math.min(open.length, indent + 1)
    let group = open[indent]
    if (!group) {
      group = []
      open[indent] = group
      sisters.push(group)
    }
    const place = { position: group.length + 1, count: 0 }
    group.push(place)
    return place
  })
  for (const group of sisters) for (const place of group) place.count = group.length
  return places
}
