/** Below so many fiches, a service may be one agent: what it does is not told apart from the others'. */
export const MIN_TOLD = 5

/** How many fiches a group has in each circle of readers, the widest first: those that anybody reads, those that its agents read too… */
export interface Cell {
  key: string
  circles: readonly number[]
}

/**
 * Which groups are not told, so that no small one can be read, nor found by taking what is told away from the whole, nor from what a wider circle is
 * told. A group is kept back when it has 1 to 4 fiches of a circle; then others, the smallest first, until those that are kept back have
 * 5 fiches at least together in each circle (complementary suppression). The circles are settled in their order, so that what is kept
 * back from a wider one is kept back from the next.
 * @returns null when even so a group could be found: there are too few to tell of any.
 */
export function maskSmall(cells: readonly Cell[]): ReadonlySet<string> | null {
  const masked = new Set<string>()
  const circles = Math.max(0, ...cells.map((cell) => cell.circles.length))
  for (let circle = 0; circle < circles; circle += 1) {
    const counted = cells
      .map(({ key, circles: counts }) => ({ key, count: counts[circle] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => one.count - other.count || (one.key < other.key ? -1 : 1))
    for (const { key, count } of counted) if (count < MIN_TOLD) masked.add(key)
    for (const { key } of counted) {
      if (isHidden(counted.filter((cell) => masked.has(cell.key)))) break
      masked.add(key)
    }
    if (!isHidden(counted.filter(({ key }) => masked.has(key)))) return null
  }
  return masked
}

/** Whether what is found of those that are kept back, which is their sum, is not small: a small one is then not alone. */
function isHidden(keptBack: readonly { count: number }[]): boolean {
  const sum = keptBack.reduce((all, { count }) => all + count, 0)
  return sum === 0 || sum >= MIN_TOLD
}
