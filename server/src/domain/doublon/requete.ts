import type { Empreinte, Terme } from './empreinte.ts'
import { ecrituresOf } from './reconnaitre.ts'

/** Terms of the titre, and of the rest, that are looked for: more make it slow. */
const MAX_OF_TITRE = 5
const MAX_OF_DETAIL = 8

/** What is looked for in other fiches, as PostgreSQL writes a tsquery each. */
export interface Requete {
  /** In their titres: one term of this titre. */
  titres: string
  /** In any of their texts: a term of this titre beside another of this fiche. One alone would find half of the fiches about energy. */
  textes: string
  /** What they are ranked by: all that is looked for. */
  rang: string
}

/** What is looked for to find fiches close to one; null when its titre says nothing. */
export function requeteOf({ titre, texte }: Empreinte): Requete | null {
  const telling = [...titre.values()].filter(({ poids }) => poids === 1)
  const ofTitre = longest(telling.length > 0 ? telling : [...titre.values()], MAX_OF_TITRE)
  if (ofTitre.length === 0) return null
  const ofDetail = longest(
    [...texte.values()].filter(({ cle, poids }) => !titre.has(cle) && poids === 1),
    MAX_OF_DETAIL,
  )
  const titres = anyOf(ofTitre)
  const pairs = ofTitre.flatMap((terme, at) => {
    const others = [...ofTitre.slice(at + 1), ...ofDetail]
    return others.length > 0 ? [`(${written(terme)} & (${anyOf(others)}))`] : []
  })
  return { titres, textes: pairs.length > 0 ? pairs.join(' | ') : titres, rang: anyOf([...ofTitre, ...ofDetail]) }
}

function anyOf(termes: readonly Terme[]): string {
  return termes.map(written).join(' | ')
}

/** Long words are the rare ones. */
function longest(termes: readonly Terme[], max: number): Terme[] {
  return termes.toSorted((a, b) => b.forme.length - a.forme.length || (a.cle < b.cle ? -1 : 1)).slice(0, max)
}

/** A term in a tsquery, by every way to write it. */
function written({ cle, isNotion }: Terme): string {
  if (!isNotion) return lexeme(cle)
  const ways = ecrituresOf(cle).map((debuts) => `(${debuts.map(beginning).join(' & ')})`)
  return `(${ways.join(' | ')})`
}

/** A root has lost its end: no beginning that is looked for is longer, nor ends like the words that lose it. */
const ROOT_LETTERS = 6

function beginning(debut: string): string {
  if (!debut.endsWith('$')) return `${lexeme(debut.slice(0, ROOT_LETTERS).replace(/e$/, ''))}:*`
  const forme = debut.slice(0, -1)
  const roots = [forme, forme.slice(0, -1), forme.slice(0, -2)].filter(({ length }) => length > 1)
  return `(${roots.map(lexeme).join(' | ')})`
}

function lexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
