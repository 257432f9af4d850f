import { deltaToMarkdown, deltaToPlain, deltaToPlainLine, isPlainLine, type TextDelta } from '@pupitre/document'

/** What the database keeps of one field for lists, search, GraphQL and exports. */
export interface FieldText {
  field: string
  plain: string
  markdown: string
}

/** Projects one field. A one-line field has no markup: a star in a title is a star. */
export function projectField(field: string, delta: TextDelta): FieldText {
  if (isPlainLine(field)) {
    const line = storable(deltaToPlainLine(delta))
    return { field, plain: line, markdown: line }
  }
  return { field, plain: storable(deltaToPlain(delta)), markdown: storable(deltaToMarkdown(delta)) }
}

/** PostgreSQL's text holds every character but one. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}
