import type * as Y from 'yjs'
import { anchorOf } from './anchor.ts'
import type { Anchor } from './anchor.ts'
import { fieldCharacters } from './field-characters.ts'
import { countLeft, locateAnchors } from './locate-anchors.ts'
import { findQuote, occurrences } from './quote.ts'
import type { FieldRange, Quote } from './quote.ts'

/** An anchor with what it is found again by. */
export interface QuotedAnchor {
  field: string
  anchor: Anchor
  quote: Quote
  /** Whether its quote stood in one place when the anchor was made. */
  wasAlone: boolean
}

/**
 * Where an anchor that has lost characters is now, with the characters that its words are made of there (A10, A12); null when it has lost none, or
 * when its words are nowhere.
 */
export function findAgain(
  fields: ReadonlyMap<string, Y.Text>,
  { field, anchor, quote, wasAlone }: QuotedAnchor,
): Pick<QuotedAnchor, 'field' | 'anchor'> | null {
  const text = fields.get(field)
  const left = text ? countLeft(text, anchor) : 0
  if (left === anchor.reduce((sum, { length }) => sum + length, 0)) return null
  const place =
    text && left > 0
      ? wholeAround({ text, field, anchor, quote })
      : findQuote({ fields: charactersOf(fields), quote, wasAlone })
  const found = place && fields.get(place.field)
  return found ? { field: place.field, anchor: anchorOf(found, place) } : null
}

/** The quote over what is left of it. */
function wholeAround({
  text,
  field,
  anchor,
  quote: { quote },
}: {
  text: Y.Text
  field: string
  anchor: Anchor
  quote: Quote
}): FieldRange | null {
  const [left] = locateAnchors(text, [anchor])
  if (!left) return null
  const from = occurrences(fieldCharacters(text), quote).find(
    (start) => start <= left.from && start + quote.length >= left.to,
  )
  return from === undefined ? null : { field, from, to: from + quote.length }
}

function charactersOf(fields: ReadonlyMap<string, Y.Text>): Map<string, string> {
  return new Map([...fields].map(([field, text]) => [field, fieldCharacters(text)]))
}
