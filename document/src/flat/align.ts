import { alignLineEnds } from './align-line-ends.ts'
import { keptPairs } from './myers.ts'
import { slide } from './slide.ts'
import { isEmbedToken } from './token.ts'
import type { Tokens } from './tokens.ts'

/** `[index in the old tokens, index in the new ones]`, both rising: what an edit keeps. */
export type KeptPairs = [number, number][]

/**
 * The most edits looked for between two stretches that are neither an insertion nor a deletion.
 * Past it (another text was put in place) the whole stretch is replaced: the search costs the square of this number.
 */
const MAX_EDITS = 1500

/** The tokens that an edit from `old` to `now` keeps. Characters come first, then embeds: a line end never makes one move. */
export function align(old: Tokens, now: Tokens, caret: number | null): KeptPairs {
  const a = old.tokens
  const b = now.tokens
  const shorter = Math.min(a.length, b.length)
  let prefix = 0
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++
  let suffix = 0
  while (suffix < shorter && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++

  if (prefix + suffix >= shorter) {
    return slide({ old, now, caret, first: shorter - suffix, last: prefix })
  }
  const pairs: KeptPairs = []
  for (let i = 0; i < prefix; i++) pairs.push([i, i])
  pairs.push(...alignMiddle(slice(old, prefix, a.length - suffix), slice(now, prefix, b.length - suffix), prefix))
  for (let i = suffix; i > 0; i--) pairs.push([a.length - i, b.length - i])
  return pairs
}

function slice({ tokens, formats, blocks }: Tokens, from: number, to: number): Tokens {
  return { tokens: tokens.slice(from, to), formats: formats.slice(from, to), blocks: blocks.slice(from, to) }
}

function alignMiddle(old: Tokens, now: Tokens, offset: number): KeptPairs {
  const characters = alignBetween(old, now, [], (token) => token !== '\n' && !isEmbedToken(token))
  const withEmbeds = alignBetween(old, now, characters, isEmbedToken)
  return alignLineEnds(old, now, withEmbeds).map(([i, j]) => [i + offset, j + offset])
}

/** Adds to the kept pairs the tokens of one sort that may be kept between two of them. */
function alignBetween(old: Tokens, now: Tokens, pairs: KeptPairs, isSort: (token: string) => boolean): KeptPairs {
  const all: KeptPairs = []
  let fromOld = 0
  let fromNow = 0
  for (const [i, j] of [...pairs, [old.tokens.length, now.tokens.length] as const]) {
    const oldIndexes = indexesOf(old.tokens, fromOld, i, isSort)
    const nowIndexes = indexesOf(now.tokens, fromNow, j, isSort)
    const kept = keptPairs(
      oldIndexes.map((index) => old.tokens[index] ?? ''),
      nowIndexes.map((index) => now.tokens[index] ?? ''),
      MAX_EDITS,
    )
    for (const [n, m] of kept ?? []) all.push([oldIndexes[n] ?? 0, nowIndexes[m] ?? 0])
    if (i < old.tokens.length) all.push([i, j])
    fromOld = i + 1
    fromNow = j + 1
  }
  return all
}

function indexesOf(tokens: readonly string[], from: number, to: number, isSort: (token: string) => boolean): number[] {
  const indexes: number[] = []
  for (let index = from; index < to; index++) if (isSort(tokens[index] ?? '')) indexes.push(index)
  return indexes
}
