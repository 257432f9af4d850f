import { GENERIQUES, NATURES, NOTIONS } from './vocabulaire.ts'

/** One of the ways to write a name: beginnings of words that follow each other. */
interface Ecriture {
  nom: string
  debuts: readonly string[]
}

/** Entries by their first letters: a word is compared with a few of them, not with all. */
type Lexique = ReadonlyMap<string, readonly Ecriture[]>

/** Every entry has as many letters at least. */
const KEY_LETTERS = 3

function lexique(lists: Readonly<Record<string, string>>): Lexique {
  const entries = Object.entries(lists).flatMap(([nom, list]) =>
    list.split(',').map((ecriture) => ({ nom, debuts: ecriture.trim().split(' ') })),
  )
  // What is said by more words is said more precisely.
  const sorted = entries.toSorted((a, b) => b.debuts.length - a.debuts.length)
  return Map.groupBy(sorted, ({ debuts: [first = ''] }) => first.slice(0, KEY_LETTERS))
}

function begins(forme: string | undefined, debut: string): boolean {
  if (forme === undefined) return false
  return debut.endsWith('$') ? forme === debut.slice(0, -1) : forme.startsWith(debut)
}

/** What is said by the words from one place on, and by how many of them. */
function at(known: Lexique, formes: readonly string[], place: number): { nom: string; words: number } | null {
  const found = known
    .get((formes[place] ?? '').slice(0, KEY_LETTERS))
    ?.find(({ debuts }) => debuts.every((debut, index) => begins(formes[place + index], debut)))
  return found ? { nom: found.nom, words: found.debuts.length } : null
}

const notions = lexique(NOTIONS)
const natures = lexique(NATURES)
const generiques = lexique({ generique: GENERIQUES })

/** The notion that the words from one place on name, if they name one. */
export function notionAt(formes: readonly string[], place: number): { nom: string; words: number } | null {
  return at(notions, formes, place)
}

/** The ways to write a notion, each a list of beginnings of words. */
export function ecrituresOf(notion: string): readonly (readonly string[])[] {
  return [...notions.values()].flat().flatMap(({ nom, debuts }) => (nom === notion ? [debuts] : []))
}

/** Whether a word is one that every other title holds. */
export function isGenerique(forme: string): boolean {
  return at(generiques, [forme], 0) !== null
}

/** What an action does, as its title says it; of several kinds when it says several. */
export function naturesOf(formes: readonly string[]): Set<string> {
  return new Set(formes.flatMap((_, place) => at(natures, formes, place)?.nom ?? []))
}
