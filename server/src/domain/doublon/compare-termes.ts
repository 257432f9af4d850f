import type { Terme } from './empreinte.ts'
import { trigramProximity } from './trigrammes.ts'

type Termes = ReadonlyMap<string, Terme>

export interface TermesCompares {
  /** From 0 to 1. */
  proximite: number
  /** What both hold, what says most first, as the first has it. */
  communs: string[]
}

/** Words whose letters are this close are the same, mistyped. */
const MIN_MISTYPED = 0.6

/** Shorter words differ by one letter and mean something else. */
const MIN_MISTYPED_LETTERS = 7

/** What a mistyped word counts for. */
const MISTYPED = 0.8

/** How much what both hold counts beside how much they hold in all, and beside the shorter alone. */
const PART_OF_BOTH = 0.6

/** Weight under which a text is too short for holding it to say much. */
const SHORT = 2

/** How close two texts are by what they are about. */
export function compareTermes(a: Termes, b: Termes): TermesCompares {
  return compared(a, b, same(a, b))
}

/** The same of two titres, where a mistyped word is seen too. */
export function compareTitres(a: Termes, b: Termes): TermesCompares {
  return compared(a, b, [...same(a, b), ...mistyped(a, b)])
}

/** A term that both hold. */
interface Commun {
  poids: number
  ecrit: string
}

function same(a: Termes, b: Termes): Commun[] {
  return [...a].flatMap(([cle, terme]) => {
    const other = b.get(cle)
    return other ? [{ poids: terme.poids, ecrit: written(terme, other) }] : []
  })
}

function mistyped(a: Termes, b: Termes): Commun[] {
  const alone = [...a.values()].filter((terme) => !b.has(terme.cle) && mayBeMistyped(terme))
  const others = alone.length === 0 ? [] : [...b.values()].filter((terme) => !a.has(terme.cle) && mayBeMistyped(terme))
  return alone.flatMap((terme) => {
    const other = others.find(({ forme }) => areAlmost(terme.forme, forme))
    return other ? [{ poids: terme.poids * MISTYPED, ecrit: `${terme.ecrit} / ${other.ecrit}` }] : []
  })
}

/** The first letter is seldom the wrong one, and asking for it spares most comparisons. */
function areAlmost(a: string, b: string): boolean {
  return a[0] === b[0] && Math.abs(a.length - b.length) <= 2 && trigramProximity(a, b) >= MIN_MISTYPED
}

function compared(a: Termes, b: Termes, communs: readonly Commun[]): TermesCompares {
  const common = sum(communs)
  if (common === 0) return { proximite: 0, communs: [] }
  const [ofA, ofB] = [poidsOf(a), poidsOf(b)]
  const shorter = Math.min(ofA, ofB)
  const ofBoth = Math.min(1, (2 * common) / (ofA + ofB))
  const held = Math.min(1, common / shorter) * Math.min(1, shorter / SHORT)
  // Two titres made of words of every other titre say the same nothing.
  const said = Math.min(1, (ofA + ofB) / 2)
  return {
    proximite: said * (PART_OF_BOTH * ofBoth + (1 - PART_OF_BOTH) * held),
    communs: communs.toSorted((x, y) => y.poids - x.poids).map(({ ecrit }) => ecrit),
  }
}

function mayBeMistyped({ forme, isNotion }: Terme): boolean {
  return !isNotion && forme.length >= MIN_MISTYPED_LETTERS
}

/** « vélo / cyclable » where each has its own word for it. */
function written(a: Terme, b: Terme): string {
  return a.isNotion && a.forme.slice(0, 4) !== b.forme.slice(0, 4) ? `${a.ecrit} / ${b.ecrit}` : a.ecrit
}

/** What the terms of each text weigh: one is compared with many. */
const poidsOfTermes = new WeakMap<Termes, number>()

function poidsOf(termes: Termes): number {
  const poids = poidsOfTermes.get(termes) ?? sum([...termes.values()])
  poidsOfTermes.set(termes, poids)
  return poids
}

function sum(termes: readonly { poids: number }[]): number {
  return termes.reduce((total, { poids }) => total + poids, 0)
}
