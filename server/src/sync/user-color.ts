/** Carets' colours: each has a contrast of at least 4.5 with white, so that a name is readable on it. */
const COLORS = [
  '#1f6feb',
  '#9a3412',
  '#0f766e',
  '#7c3aed',
  '#be185d',
  '#4d7c0f',
  '#b45309',
  '#0e7490',
  '#a21caf',
  '#334155',
  '#b91c1c',
  '#15803d',
] as const

/** A user's colour, the same in every room and after every restart. */
export function colorOf(userId: string): string {
  let hash = 0
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return COLORS[hash % COLORS.length] ?? COLORS[0]
}
