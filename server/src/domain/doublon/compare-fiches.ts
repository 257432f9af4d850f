import { compareTermes, compareTitres } from './compare-termes.ts'
import type { Empreinte } from './empreinte.ts'
import { indicesOf } from './indices.ts'
import type { FicheLue } from './read-compared.ts'

/** Why two fiches are close, or why they are less than they seem. */
export type RaisonCode =
  | 'TITRES'
  | 'TEXTES'
  | 'SERVICES'
  | 'PILOTES'
  | 'EMPLACEMENTS'
  | 'PERIODES'
  | 'PERIODES_DIFFERENTES'
  | 'NOMS_DIFFERENTS'
  | 'NOMBRES_DIFFERENTS'
  | 'NATURES_DIFFERENTES'

/** One reason of a score. */
export interface Raison {
  code: RaisonCode
  /** In French. */
  phrase: string
  /** What it adds to the score, or takes from it. */
  apport: number
}

/** How close two fiches are. */
export interface Proximite {
  /** From 0 to 1, two decimals. */
  score: number
  /** What adds first, the most first. */
  raisons: readonly Raison[]
}

export interface FicheComparee {
  lue: FicheLue
  empreinte: Empreinte
}

/** Of the score by words, where both fiches have more than a titre, what the titre counts for. */
const PART_DU_TITRE = 0.4

/** Two people who describe one action do not have more words in common than that. */
const SAME_TEXTE = 0.7

/** Below, two fiches are about different things, whoever pilots them. */
const MIN_BY_WORDS = 0.25

/** What is left of the score when the titres name different people, places, years or phases; or do different things to one object. */
const NOMS_FACTOR = 0.5
const NOMBRES_FACTOR = 0.4
const NATURES_FACTOR = 0.75

/** Words that one reason quotes. */
const MAX_QUOTED = 5

/** How close two fiches are, and why: by the words of their texts first, then by who pilots them, where and when. */
export function compareFiches(asked: FicheComparee, other: FicheComparee): Proximite {
  const raisons: Raison[] = []
  let score = 0
  const add = (code: RaisonCode, phrase: string, apport: number) => {
    if (apport === 0) return
    score += apport
    raisons.push({ code, phrase, apport })
  }
  const [a, b] = [asked.empreinte, other.empreinte]
  const titres = compareTitres(a.titre, b.titre)
  const textes = a.isDetaillee && b.isDetaillee ? compareTermes(a.texte, b.texte) : null
  const part = textes ? PART_DU_TITRE : 1
  add('TITRES', `Titres proches : ${quoted(titres.communs)}`, titres.proximite * part)
  if (textes)
    add('TEXTES', `Textes proches : ${quoted(textes.communs)}`, Math.min(1, textes.proximite / SAME_TEXTE) * (1 - part))

  const byWords = score
  const lessen = (code: RaisonCode, phrase: string, factor: number) => add(code, phrase, -score * (1 - factor))
  if (areApart(a.noms, b.noms)) lessen('NOMS_DIFFERENTS', `Noms différents : ${apart(a.noms, b.noms)}`, NOMS_FACTOR)
  if (areApart(a.nombres, b.nombres))
    lessen('NOMBRES_DIFFERENTS', `Nombres différents : ${apart(a.nombres, b.nombres)}`, NOMBRES_FACTOR)
  if (areApart(a.natures, b.natures))
    lessen('NATURES_DIFFERENTES', `Natures différentes : ${apart(a.natures, b.natures)}`, NATURES_FACTOR)
  if (byWords >= MIN_BY_WORDS)
    for (const { code, phrase, apport } of indicesOf(asked.lue, other.lue)) add(code, phrase, apport)

  return {
    score: rounded(Math.min(1, Math.max(0, score))),
    raisons: raisons
      .map((raison) => ({ ...raison, apport: rounded(raison.apport) }))
      .toSorted((x, y) => y.apport - x.apport),
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function quoted(communs: readonly string[]): string {
  return communs.slice(0, MAX_QUOTED).join(', ')
}

type Named = ReadonlyMap<string, string> | ReadonlySet<string>

function areApart(a: Named, b: Named): boolean {
  return a.size > 0 && b.size > 0 && [...a.keys()].every((each) => !b.has(each))
}

function apart(a: Named, b: Named): string {
  return [a, b].map((each) => [...each.values()].slice(0, MAX_QUOTED).join(' ')).join(' / ')
}
