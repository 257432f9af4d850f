/** A list with one of its elements a step up (-1) or down (1); at an end it stays. */
export function moved<Item extends { id: string }>(
  items: readonly Item[],
  { id, step }: { id: string; step: -1 | 1 },
): Item[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + step
  const item = items[from]
  if (!item || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
