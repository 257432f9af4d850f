import type { ImportName } from './import-plan.ts'
import { splitNames } from './split-names.ts'

/** Names of one cell that are kept: more is a text that was put in the wrong column. */
export const MAX_NAMES_PER_CELL = 100

interface Naming {
  /** « un service », « une personne ». */
  what: string
  maxCharacters: number
  separator: RegExp
}

interface Place {
  row: number
  column: string
}

/** What the cells of a file name, each once, spelled as the first cell does. */
export class NameList {
  readonly #naming: Naming
  readonly #byKey = new Map<string, ImportName>()

  constructor(naming: Naming) {
    this.#naming = naming
  }

  get names(): ImportName[] {
    return [...this.#byKey.values()]
  }

  /** Reads the names of one cell: the keys of those which are kept, and a sentence about the others. */
  read(text: string, { row, column }: Place): { keys: string[]; refusal: string | null } {
    const { what, maxCharacters, separator } = this.#naming
    const names = splitNames(text, separator)
    const short = names.filter(({ nom }) => [...nom].length <= maxCharacters)
    const kept = short.slice(0, MAX_NAMES_PER_CELL)
    for (const { nom, key } of kept) if (!this.#byKey.has(key)) this.#byKey.set(key, { nom, key, row, column })
    const keys = kept.map(({ key }) => key)
    if (names.length === 0) return { keys, refusal: `Aucun nom ${noun(what)} n’est lisible ici.` }
    if (short.length < names.length)
      return { keys, refusal: `Le nom d’${what} tient en ${maxCharacters} caractères : un nom plus long est laissé.` }
    return {
      keys,
      refusal: kept.length < short.length ? `Seuls les ${MAX_NAMES_PER_CELL} premiers noms sont importés.` : null,
    }
  }
}

/** « de service », « d’indicateur ». */
function noun(what: string): string {
  const bare = what.replace(/^une? /, '')
  return /^[aeiou]/.test(bare) ? `d’${bare}` : `de ${bare}`
}
