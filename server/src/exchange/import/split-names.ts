import { normaliseNom } from '../../domain/service/normalise-nom.ts'

/** A name, and what makes it the same as another. */
export interface NamedThing {
  nom: string
  key: string
}

/** The names of a cell, separated by commas, semicolons or line ends; each once, in order of appearance. */
export function splitNames(text: string): NamedThing[] {
  const byKey = new Map<string, NamedThing>()
  for (const piece of text.split(/[,;\n]/)) {
    const nom = piece.trim().replaceAll(/\s+/g, ' ')
    const key = normaliseNom(nom)
    if (key !== '' && !byKey.has(key)) byKey.set(key, { nom, key })
  }
  return [...byKey.values()]
}
