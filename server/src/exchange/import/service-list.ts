import { MAX_SERVICE_NOM_CHARACTERS } from '../../domain/service/service-rules.ts'
import type { ImportService } from './import-plan.ts'
import { splitNames } from './split-names.ts'

/** The services that the cells of a file name, each once, spelled as the first cell does. */
export class ServiceList {
  readonly #byKey = new Map<string, ImportService>()

  get services(): ImportService[] {
    return [...this.#byKey.values()]
  }

  /** Reads the names of one cell: the keys of those which can be services, and a sentence about the others. */
  read(text: string, { row, column }: { row: number; column: string }): { keys: string[]; refusal: string | null } {
    const names = splitNames(text)
    const kept = names.filter(({ nom }) => [...nom].length <= MAX_SERVICE_NOM_CHARACTERS)
    for (const { nom, key } of kept) if (!this.#byKey.has(key)) this.#byKey.set(key, { nom, key, row, column })
    return {
      keys: kept.map(({ key }) => key),
      refusal:
        kept.length < names.length
          ? `Le nom d’un service tient en ${MAX_SERVICE_NOM_CHARACTERS} caractères : un nom plus long est laissé.`
          : null,
    }
  }
}
