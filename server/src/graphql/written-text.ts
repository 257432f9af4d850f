import { type TextDelta, markdownToDelta } from '@pupitre/document'
import { ValidationError } from '../domain/errors.ts'

/** Longest text that one field may be sent: ten times the longest seen in a real plan. */
export const MAX_TEXT_CHARACTERS = 100_000

/** The live text of a Markdown sent by a client; undefined when none was. @throws ValidationError TEXTE_TOO_LONG. */
export function writtenText(field: string, markdown: string | null | undefined): TextDelta | undefined {
  if (markdown == null) return undefined
  if (markdown.length > MAX_TEXT_CHARACTERS) {
    const message = `Un texte tient en ${MAX_TEXT_CHARACTERS.toLocaleString('fr-FR')} caractères.`
    throw new ValidationError([{ code: 'TEXTE_TOO_LONG', message, path: [field] }])
  }
  return markdownToDelta(markdown)
}
