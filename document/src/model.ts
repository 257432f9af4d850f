/**
 * Flat rich text: what one field's `Y.Text` holds (docs/decisions, flat rich text).
 *
 * - characters, with inline attributes;
 * - `\n` separates blocks, and its attributes carry its block's kind, indent and checked state;
 * - embeds of one character.
 *
 * Text after the last `\n` reads as a paragraph. Reading ignores what does not belong: block keys on characters,
 * inline keys on `\n`, unknown keys and values, unknown embeds (these stay in the document).
 */

export const BLOCK_KINDS = ['paragraph', 'h2', 'h3', 'quote', 'bullet', 'number', 'check'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Deepest indent of a block; the first level is 0. */
export const MAX_INDENT = 6

export interface BlockAttributes {
  kind: BlockKind
  /** 0 to MAX_INDENT */
  indent: number
  /** Means something on kind `check` only; kept on the others so that two concurrent changes merge per key. */
  checked: boolean
}

export const INLINE_MARKS = ['bold', 'italic', 'underline', 'strike', 'code'] as const
export type InlineMark = (typeof INLINE_MARKS)[number]

/** Attributes of characters; `link` is an absolute http(s) or mailto URL. */
export type InlineAttributes = { [mark in InlineMark]?: true } & { link?: string }

/** One-character objects. `id` is a uuid. */
export type Embed =
  | { mention: { kind: 'user' | 'service'; id: string } }
  | { ficheLink: { id: string } }
  | { image: { id: string } }
  | { break: true }

export type DeltaAttributes = Record<string, unknown>

/** A Yjs text delta which only inserts: a whole field. */
export type TextDelta = { insert: string | Record<string, unknown>; attributes?: DeltaAttributes }[]

/** A Yjs text delta which edits a field. */
export type TextEdit = (
  | { insert: string | Record<string, unknown>; attributes?: DeltaAttributes }
  | { retain: number; attributes?: DeltaAttributes }
  | { delete: number }
)[]
