import { isNombre, motsOf, nomsPropres } from './mots.ts'
import { isGenerique, naturesOf, notionAt } from './reconnaitre.ts'
import { VIDES } from './vocabulaire.ts'

/** The root of each word, as PostgreSQL's French dictionary has it; null for a word like « dans ». */
export type Racines = ReadonlyMap<string, string | null>

/** What a text is about: one word, or several that name one notion. */
export interface Terme {
  /** The notion, or the root of the word: what two texts have in common. */
  cle: string
  /** As the text has it. */
  ecrit: string
  forme: string
  poids: number
  isNotion: boolean
}

/** What is compared of a fiche's texts. */
export interface Empreinte {
  titre: ReadonlyMap<string, Terme>
  /** Of the titre, the description and the objectifs. */
  texte: ReadonlyMap<string, Terme>
  /** Whether there is more than a titre to compare. */
  isDetaillee: boolean
  /** Names in the titre, by their form. */
  noms: ReadonlyMap<string, string>
  /** Years, phases and other numbers in the titre. */
  nombres: ReadonlySet<string>
  natures: ReadonlySet<string>
}

/** What a word of every other title counts for, where another counts for one. */
const POIDS_GENERIQUE = 0.15

/** Fewer terms of weight than that are no description. */
const MIN_DETAIL = 3

/** What a fiche's texts are about. */
export function empreinteOf({ titre, texte }: { titre: string; texte: string }, racines: Racines): Empreinte {
  const motsTitre = motsOf(titre)
  const termesTitre = termesOf(titre, racines)
  const termesTexte = termesOf(texte, racines)
  return {
    titre: termesTitre,
    texte: new Map([...termesTexte, ...termesTitre]),
    isDetaillee: [...termesTexte.values()].filter(({ poids }) => poids === 1).length >= MIN_DETAIL,
    noms: nomsPropres(
      titre,
      motsTitre.filter(({ forme }) => racines.get(forme) != null),
    ),
    nombres: new Set(motsTitre.flatMap(({ forme }) => (isNombre(forme) ? [forme] : []))),
    natures: naturesOf(motsTitre.map(({ forme }) => forme)),
  }
}

/** The words that stand for something. */
function termesOf(texte: string, racines: Racines): Map<string, Terme> {
  const pleins = motsOf(texte).flatMap((mot) => {
    const racine = racines.get(mot.forme) ?? null
    return racine === null || VIDES.has(mot.forme) || isNombre(mot.forme) ? [] : [{ ...mot, racine }]
  })
  const formes = pleins.map(({ forme }) => forme)
  const termes = new Map<string, Terme>()
  for (let place = 0; place < pleins.length;) {
    const notion = notionAt(formes, place)
    const words = pleins.slice(place, place + (notion?.words ?? 1))
    const [first] = words
    const last = words.at(-1)
    if (!first || !last) break
    const cle = notion?.nom ?? first.racine
    if (!termes.has(cle))
      termes.set(cle, {
        cle,
        ecrit: texte.slice(first.at, last.at + last.ecrit.length).toLowerCase(),
        forme: first.forme,
        poids: notion === null && isGenerique(first.forme) ? POIDS_GENERIQUE : 1,
        isNotion: notion !== null,
      })
    place += words.length
  }
  return termes
}
