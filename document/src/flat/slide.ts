import type { KeptPairs } from './align.ts'
import { tokenLength } from './token.ts'
import type { Tokens } from './tokens.ts'

/** A place that would tear a line: worse than any distance to the caret. */
const TORN_LINE = 1e9

interface Slide {
  old: Tokens
  now: Tokens
  /** The caret in the new text, in UTF-16 units from the start of these tokens; null when it is elsewhere. */
  caret: number | null
  /** The first and the last place, in tokens, where the inserted or deleted stretch may be. */
  first: number
  last: number
}

/**
 * Where a pure insertion or deletion is, when the text alone does not tell ("a" typed in "aa"): where it changes the fewest
 * attributes, then where a whole block comes or goes with its own line end, then at the caret.
 */
export function slide({ old, now, caret, first, last }: Slide): KeptPairs {
  const inserted = now.tokens.length - old.tokens.length
  const size = Math.abs(inserted)
  const shorter = inserted >= 0 ? old : now
  const longer = inserted >= 0 ? now : old
  const wanted = caret === null ? last : tokensBefore(now.tokens, caret) - Math.max(inserted, 0)
  const cost = (start: number) => Math.abs(start - wanted) + (tearsLine(longer.tokens, start, size) ? TORN_LINE : 0)

  let best = first
  let bestChanges = 0
  let bestCost = cost(first)
  let changes = 0
  for (let start = first; start < last; start++) {
    if (shorter.formats[start] !== longer.formats[start]) changes++
    if (shorter.formats[start] !== longer.formats[start + size]) changes--
    const here = cost(start + 1)
    if (changes < bestChanges || (changes === bestChanges && here < bestCost)) {
      best = start + 1
      bestChanges = changes
      bestCost = here
    }
  }

  return shorter.tokens.map((_, i): [number, number] => {
    const far = i < best ? i : i + size
    return inserted >= 0 ? [i, far] : [far, i]
  })
}

/** Whether a stretch that ends with a line end does not begin a line: it then takes its line end from the line before. */
function tearsLine(tokens: readonly string[], start: number, size: number): boolean {
  return size > 0 && tokens[start + size - 1] === '\n' && start > 0 && tokens[start - 1] !== '\n'
}

function tokensBefore(tokens: readonly string[], offset: number): number {
  let length = 0
  let count = 0
  while (count < tokens.length && length < offset) {
    length += tokenLength(tokens[count] ?? '')
    count++
  }
  return count
}
