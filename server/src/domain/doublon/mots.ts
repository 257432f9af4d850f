import { normaliseNom } from '../service/normalise-nom.ts'

/** A word of a text. */
export interface Mot {
  /** As it is written there. */
  ecrit: string
  /** Without accents nor case: what is compared. */
  forme: string
  /** Where it begins. */
  at: number
}

const MOT = /[\p{L}\p{M}\p{N}]+/gu

/** What is its own form already. */
const PLAIN = /^[a-z0-9]+$/

/** A letter alone is an elision or a mark of a list. */
const MIN_LETTERS = 2

/** The words of a text, in order. */
export function motsOf(texte: string): Mot[] {
  return [...texte.matchAll(MOT)].flatMap(({ 0: ecrit, index }) => {
    const forme = PLAIN.test(ecrit) ? ecrit : normaliseNom(ecrit)
    return forme.length < MIN_LETTERS && !isNombre(forme) ? [] : [{ ecrit, forme, at: index }]
  })
}

export function isNombre(forme: string): boolean {
  return /^\d+$/.test(forme)
}

/** What stands before the first word of a text or of a part of it, an elision apart: « l’ », « qu’ ». Its capital says nothing. */
const BEFORE_FIRST = /(?:^|[.!?:;/(«"–—]|\s-)\s*(?:\p{L}{1,2}['’])?$/u

/** Enough to see it. */
const BEFORE_CHARACTERS = 6

/** With a capital, and not an acronym. */
const CAPITAL = /^\p{Lu}\p{M}?\p{Ll}/u

/** The names among the words of a titre, by their form: « École Jean Moulin » names Jean and Moulin. */
export function nomsPropres(titre: string, mots: readonly Mot[]): Map<string, string> {
  const named = mots.filter(({ ecrit, at }) => {
    const before = titre.slice(Math.max(0, at - BEFORE_CHARACTERS), at)
    return CAPITAL.test(ecrit) && !BEFORE_FIRST.test(at > BEFORE_CHARACTERS ? `x${before}` : before)
  })
  return new Map(named.map(({ forme, ecrit }) => [forme, ecrit]))
}
