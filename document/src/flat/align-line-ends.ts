import type { KeptPairs } from './align.ts'
import type { Tokens } from './tokens.ts'

/** Above this many pairs to weigh, line ends are matched in order. */
const MAX_WEIGHED = 1_000_000

/** Adds to the kept characters the line ends that stay between the same two of them. */
export function alignLineEnds(old: Tokens, now: Tokens, characters: KeptPairs): KeptPairs {
  const pairs: KeptPairs = []
  let fromOld = 0
  let fromNow = 0
  for (const [i, j] of [...characters, [old.tokens.length, now.tokens.length] satisfies [number, number]]) {
    pairs.push(...matchLineEnds(lineEnds(old, fromOld, i), lineEnds(now, fromNow, j)))
    if (i < old.tokens.length) pairs.push([i, j])
    fromOld = i + 1
    fromNow = j + 1
  }
  return pairs
}

interface LineEnd {
  index: number
  format: string
}

function lineEnds({ tokens, formats }: Tokens, from: number, to: number): LineEnd[] {
  const found: LineEnd[] = []
  for (let index = from; index < to; index++) {
    if (tokens[index] === '\n') found.push({ index, format: formats[index] ?? '' })
  }
  return found
}

/** Keeps as many as it can, with the fewest attribute changes; the earliest ones of the longer side, so that a new block comes after. */
function matchLineEnds(old: LineEnd[], now: LineEnd[]): KeptPairs {
  if (old.length > now.length) return matchInto(now, old).map(([j, i]) => [i, j])
  return matchInto(old, now)
}

/** Matches each of `fewer` with one of `more`, in order. */
function matchInto(fewer: LineEnd[], more: LineEnd[]): KeptPairs {
  const spare = more.length - fewer.length
  if (fewer.length === 0) return []
  if (spare === 0 || fewer.length * (spare + 1) > MAX_WEIGHED) {
    return fewer.map(({ index }, n) => [index, more[n]?.index ?? 0])
  }
  // changes[n][s]: fewest changes when the first n are matched and s of `more` were skipped.
  const changes: Int32Array[] = [new Int32Array(spare + 1)]
  for (const [n, { format }] of fewer.entries()) {
    const before = changes[n] ?? new Int32Array(spare + 1)
    const row = new Int32Array(spare + 1)
    for (let s = 0; s <= spare; s++) {
      const here = (before[s] ?? 0) + (format === more[n + s]?.format ? 0 : 1)
      row[s] = s === 0 ? here : Math.min(row[s - 1] ?? 0, here)
    }
    changes.push(row)
  }
  const pairs: KeptPairs = []
  let skipped = spare
  for (let n = fewer.length; n > 0; n--) {
    const row = changes[n]
    while (skipped > 0 && row?.[skipped] === row?.[skipped - 1]) skipped--
    pairs.push([fewer[n - 1]?.index ?? 0, more[n - 1 + skipped]?.index ?? 0])
  }
  return pairs.toReversed()
}
