/**
 * A longest subsequence of pairs whose first numbers rise (Fredman, 1975): what two orders of the same things agree on.
 * The pairs are given in the order of their second numbers.
 */
export function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []
  const before: number[] = []
  for (const [i, [value]] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = i
  }
  const rising: [number, number][] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair) rising.push(pair)
  }
  return rising.toReversed()
}
