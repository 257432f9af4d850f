/**
 * Attributes as short strings, so that the binding compares them without walking objects.
 *
 * - of characters: `<mark bits>|<link>`, e.g. `3|https://example.fr`;
 * - of a `\n`: `<kind>|<indent>|<0 or 1>`, e.g. `bullet|1|0`;
 * - of an embed: the empty string (attributes on embeds are ignored).
 */
import { blockDeltaAttributes, isBlockKind, readBlockAttributes, readInlineAttributes } from '../attributes.ts'
import { INLINE_MARKS } from '../model.ts'
import type { BlockAttributes, DeltaAttributes, InlineMark } from '../model.ts'

/** One bit per mark; the values are those of Lexical's text format, so that the binding masks instead of translating. */
export const MARK_BITS: Readonly<Record<InlineMark, number>> = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16 }
export const ALL_MARKS = 31

export const PLAIN_TEXT = '0|'
export const PLAIN_BLOCK = 'paragraph|0|0'
export const NO_FORMAT = ''

export function inlineFormat(marks: number, link: string): string {
  return `${marks}|${link}`
}

/** The format of characters, read by the model's rules. */
export function readInlineFormat(attributes: DeltaAttributes | undefined): string {
  if (!attributes) return PLAIN_TEXT
  const read = readInlineAttributes(attributes)
  let marks = 0
  for (const mark of INLINE_MARKS) if (read[mark]) marks |= MARK_BITS[mark]
  return inlineFormat(marks, read.link ?? '')
}

export function marksOf(format: string): number {
  return Number.parseInt(format, 10)
}

export function linkOf(format: string): string {
  return format.slice(format.indexOf('|') + 1)
}

export function blockFormat({ kind, indent, checked }: BlockAttributes): string {
  return `${kind}|${indent}|${checked ? 1 : 0}`
}

/** The format of a `\n`, read by the model's rules. */
export function readBlockFormat(attributes: DeltaAttributes | undefined): string {
  return attributes ? blockFormat(readBlockAttributes(attributes)) : PLAIN_BLOCK
}

/** The attributes that a block's format stands for. */
export function blockAttributesOf(format: string): BlockAttributes {
  const [kind, indent, checked] = format.split('|')
  return { kind: isBlockKind(kind) ? kind : 'paragraph', indent: Number(indent), checked: checked === '1' }
}

/** Everything that a character, a line end or an embed of this format is written with. */
export function attributesOf(token: string, format: string): DeltaAttributes {
  if (format === NO_FORMAT) return {}
  if (token === '\n') return blockDeltaAttributes(blockAttributesOf(format))
  const attributes: DeltaAttributes = {}
  const marks = marksOf(format)
  for (const mark of INLINE_MARKS) if (marks & MARK_BITS[mark]) attributes[mark] = true
  const link = linkOf(format)
  if (link) attributes.link = link
  return attributes
}

/** The attributes that turn one format into another: a key that goes away is null. */
export function formatChange(token: string, from: string, to: string): DeltaAttributes {
  const before = attributesOf(token, from)
  const after = attributesOf(token, to)
  const change: DeltaAttributes = {}
  for (const key in before) if (!(key in after)) change[key] = null
  for (const key in after) if (after[key] !== before[key]) change[key] = after[key]
  return change
}

/** The format of a kept token once a delta's attributes are put on it. */
export function changeFormat(token: string, format: string, change: DeltaAttributes | undefined): string {
  if (!change || format === NO_FORMAT) return format
  const attributes = { ...attributesOf(token, format), ...change }
  return token === '\n' ? readBlockFormat(attributes) : readInlineFormat(attributes)
}

const KNOWN_KEYS: ReadonlySet<string> = new Set([...INLINE_MARKS, 'link', 'kind', 'indent', 'checked'])

/** Whether a delta's attributes may change what is shown. */
export function touchesKnownKeys(attributes: DeltaAttributes): boolean {
  for (const key in attributes) if (KNOWN_KEYS.has(key)) return true
  return false
}
