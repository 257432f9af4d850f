import { alignLineEnds } from './align-line-ends.ts'
import { keptPairs } from './myers.ts'
import { slide } from './slide.ts'
import type { Tokens } from './tokens.ts'

/** `[index in the old tokens, index in the new ones]`, both rising: what an edit keeps. */
export type KeptPairs = [number, number][]

/**
 * The most edits looked for between two stretches that are neither an insertion nor a deletion.
 * Past it (another text was put in place) the whole stretch is replaced: the search costs the square of this number.
 */
const MAX_EDITS = 1500

/** The tokens that an edit from `old` to `now` keeps. Characters come first: a line end never makes one move. */
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
  const oldCharacters = indexesOfCharacters(old.tokens)
  const nowCharacters = indexesOfCharacters(now.tokens)
  const kept = keptPairs(
    oldCharacters.map((i) => old.tokens[i] ?? ''),
    nowCharacters.map((i) => now.tokens[i] ?? ''),
    MAX_EDITS,
  )
  const characters = (kept ?? []).map(([i, j]): [number, number] => [oldCharacters[i] ?? 0, nowCharacters[j] ?? 0])
  return alignLineEnds(old, now, characters).map(([i, j]) => [i + offset, j + offset])
}

function indexesOfCharacters(tokens: readonly string[]): number[] {
  return tokens.flatMap((token, i) => (token === '\n' ? [] : [i]))
}
