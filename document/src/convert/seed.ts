import { FICHE_FIELDS, PLAN_FIELDS, isPlainLine } from '../fields.ts'
import type { DocumentKind } from '../fields.ts'
import type { TextDelta } from '../model.ts'
import { plainLineToDelta, plainToDelta } from './plain.ts'

/** What an empty field holds from its creation: one `\n`, seeded once by the server, so that two clients never seed it twice. */
export function seedDelta(): TextDelta {
  return [{ insert: '\n' }]
}

/** Plain text to a field of this name: `titre` is one line, the others are paragraphs. */
export function plainFieldDelta(field: string, text: string): TextDelta {
  return isPlainLine(field) ? plainLineToDelta(text) : plainToDelta(text)
}

/** Every field that a document of this kind has from its creation, each with its given delta or its seed. */
export function seededFields(
  kind: DocumentKind,
  given: Readonly<Record<string, TextDelta>>,
): Record<string, TextDelta> {
  const fields: readonly string[] = kind === 'fiche' ? FICHE_FIELDS : PLAN_FIELDS
  const all = new Set([...fields, ...Object.keys(given)])
  return Object.fromEntries([...all].map((field) => [field, given[field] ?? seedDelta()]))
}
