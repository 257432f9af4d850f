/** Two letters at most for an avatar: of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const kept = words.length > 1 ? [words[0], words.at(-1)] : words
  return kept
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase('fr')
}
