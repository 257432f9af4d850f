import { normaliseNom } from '../../domain/service/normalise-nom.ts'

/** A name, and what makes it the same as another. */
export interface NamedThing {
  nom: string
  key: string
}

/** Between short names: those of people, services, structures. */
export const COMMAS = /[,;\n]/

/** Between sentences, which hold commas of their own: titles, names of indicateurs. */
export const LINES = /[;\n]/

/** The names of a cell; each once, in order of appearance, without the dash of a list. */
export function splitNames(text: string, separator: RegExp = COMMAS): NamedThing[] {
  const byKey = new Map<string, NamedThing>()
  for (const piece of text.split(separator)) {
    const nom = piece
      .replace(/^\s*[-•–]\s+/, '')
      .trim()
      .replaceAll(/\s+/g, ' ')
    const key = normaliseNom(nom)
    if (key !== '' && !byKey.has(key)) byKey.set(key, { nom, key })
  }
  return [...byKey.values()]
}
