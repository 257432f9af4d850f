import type { TextRange } from './anchor.ts'

/** Code points of a quote that are kept. */
export const MAX_QUOTE = 1000

/** Code points kept on each side of a quote. */
export const CONTEXT = 32

/** Code points of a quote by which it is known anywhere. */
export const SURE_QUOTE = 12

/** Code points around a quote that must agree for it to be known among others. */
export const SURE_CONTEXT = 8

/** The words of an anchor, and what was around them. */
export interface Quote {
  quote: string
  before: string
  after: string
}

/** The quote of a stretch of a field's characters (A9). */
export function quoteAt(characters: string, { from, to }: TextRange): Quote {
  return {
    quote: firstOf(characters.slice(from, to), MAX_QUOTE),
    before: lastOf(characters.slice(Math.max(0, from - 2 * CONTEXT), from), CONTEXT),
    after: firstOf(characters.slice(to, to + 2 * CONTEXT), CONTEXT),
  }
}

function firstOf(text: string, count: number): string {
  return [...text].slice(0, count).join('')
}

function lastOf(text: string, count: number): string {
  return [...text].slice(-count).join('')
}

/** A stretch of one of the fields. */
export interface FieldRange extends TextRange {
  field: string
}

/**
 * Where a quote stands in the characters of these fields, by A10; null when it stands nowhere, or in several places that cannot be told apart.
 */
export function findQuote({
  fields,
  quote: { quote, before, after },
  wasAlone,
}: {
  fields: ReadonlyMap<string, string>
  quote: Quote
  /** Whether it stood in one place when the anchor was made. */
  wasAlone: boolean
}): FieldRange | null {
  const places = [...fields]
    .flatMap(([field, characters]) =>
      occurrences(characters, quote).map((from) => ({
        field,
        from,
        to: from + quote.length,
        agreement: agreementAt(characters, { from, to: from + quote.length }, before, after),
      })),
    )
    .toSorted((a, b) => b.agreement - a.agreement)
  const [best, next] = places
  if (!best) return null
  const isKnownByItself = !next && wasAlone && codePoints(quote) >= SURE_QUOTE
  const isKnownByContext = best.agreement >= SURE_CONTEXT && best.agreement > (next?.agreement ?? -1)
  if (!isKnownByItself && !isKnownByContext) return null
  return { field: best.field, from: best.from, to: best.to }
}

/** Where the quote stands, also over itself. */
export function occurrences(characters: string, quote: string): number[] {
  const places: number[] = []
  if (quote === '') return places
  for (let at = characters.indexOf(quote); at !== -1; at = characters.indexOf(quote, at + 1)) places.push(at)
  return places
}

/** Code points that are the same around a place as around the quote, without a gap (A11). */
function agreementAt(characters: string, { from, to }: TextRange, before: string, after: string): number {
  const ahead = characters.slice(Math.max(0, from - 2 * CONTEXT), from)
  const behind = characters.slice(to, to + 2 * CONTEXT)
  return commonStart([...before].toReversed(), [...ahead].toReversed()) + commonStart([...after], [...behind])
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function codePoints(text: string): number {
  return [...text].length
}
