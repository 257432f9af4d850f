/** Longest search: more is a paragraph, not a search. */
export const MAX_RECHERCHE_CHARACTERS = 200

/** Words of a search that are looked for: the first ones. */
export const MAX_RECHERCHE_TERMS = 12

/** The words of a search, in order, without punctuation; the last one may be unfinished. */
export function searchTerms(recherche: string): string[] {
  return (recherche.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_RECHERCHE_TERMS)
}
