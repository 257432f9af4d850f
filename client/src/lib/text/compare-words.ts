import { diffWordsWithSpace } from 'diff'

/** A run of a text. */
export interface Piece {
  text: string
  /** Whether the other text does not have it. */
  isOnlyHere: boolean
}

/** Past so many words that differ, one reads two texts and no more a difference. */
const MAX_DIFFERENT_WORDS = 2_000

/** Two texts as runs of words, each marked where the other does not have it. */
export function compareWords(mine: string, other: string): { mine: Piece[]; other: Piece[] } {
  const changes = diffWordsWithSpace(other, mine, { maxEditLength: MAX_DIFFERENT_WORDS }) ?? [
    { value: other, added: false, removed: true },
    { value: mine, added: true, removed: false },
  ]
  return {
    mine: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isOnlyHere: added })),
    other: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isOnlyHere: removed })),
  }
}
