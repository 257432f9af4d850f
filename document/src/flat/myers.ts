/**
 * Pairs of indexes kept by a shortest edit script (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986),
 * or null when more than `maxEdits` insertions and deletions are needed.
 */
export function keptPairs(a: readonly string[], b: readonly string[], maxEdits: number): [number, number][] | null {
  const most = Math.min(a.length + b.length, maxEdits)
  const offset = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  const at = (k: number) => furthest[offset + k] ?? 0
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(offset - edits - 1, offset + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      let x = k === -edits || (k !== edits && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[offset + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace)
    }
  }
  return null
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): [number, number][] {
  const kept: [number, number][] = []
  let x = a.length
  let y = b.length
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const row = trace[edits]
    const at = (k: number) => row?.[k + edits + 1] ?? 0
    const k = x - y
    const fromK = k === -edits || (k !== edits && at(k - 1) < at(k + 1)) ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : at(fromK)
    const fromY = edits === 0 ? 0 : fromX - fromK
    while (x > fromX && y > fromY) {
      x--
      y--
      kept.push([x, y])
    }
    x = fromX
    y = fromY
  }
  return kept.toReversed()
}
