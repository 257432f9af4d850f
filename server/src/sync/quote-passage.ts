import {
  type Anchor,
  fieldCharacters,
  hasHeardOf,
  isFieldOf,
  locateAnchors,
  occurrences,
  quoteAt,
} from '@pupitre/document'
import type { QuotedPassage } from '../domain/live-text.ts'
import { fieldsOf, fieldText } from './quiet-text.ts'
import type { RoomDocument } from './room-document.ts'

/** The passage that an anchor covers in a room; null when it has not had all of its characters, or has none of them left. */
export function quotePassage(
  { doc, ref, seq }: Pick<RoomDocument, 'doc' | 'ref' | 'seq'>,
  { field, anchor }: { field: string; anchor: Anchor },
): QuotedPassage | null {
  if (!isFieldOf(ref.kind, field) || !hasHeardOf(doc, anchor)) return null
  const text = fieldText(doc, field)
  const [range] = locateAnchors(text, [anchor])
  if (!range) return null
  const quoted = quoteAt(fieldCharacters(text), range)
  const places = fieldsOf(doc).flatMap((each) => occurrences(fieldCharacters(fieldText(doc, each)), quoted.quote))
  return { ...quoted, isAlone: places.length === 1, seq }
}
