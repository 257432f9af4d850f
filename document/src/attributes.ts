/**
 * The reading rules of flat rich text, key by key: whatever a newer or hostile client wrote, what is read belongs to the model.
 *
 * Each key is read alone: a rule across keys could not follow a Yjs event, which names only the keys that changed.
 */
import { isLink } from './links.ts'
import { BLOCK_KINDS, INLINE_MARKS, MAX_INDENT } from './model.ts'
import type { BlockAttributes, BlockKind, DeltaAttributes, InlineAttributes } from './model.ts'

const KINDS: ReadonlySet<unknown> = new Set(BLOCK_KINDS)

export function isBlockKind(value: unknown): value is BlockKind {
  return KINDS.has(value)
}

/** Reads the attributes of a `\n`; inline keys on it are ignored. */
export function readBlockAttributes(attributes: DeltaAttributes | undefined): BlockAttributes {
  const { kind, indent, checked } = attributes ?? {}
  return {
    kind: isBlockKind(kind) ? kind : 'paragraph',
    indent: typeof indent === 'number' && Number.isInteger(indent) && indent > 0 ? Math.min(indent, MAX_INDENT) : 0,
    checked: checked === true,
  }
}

/** Reads the attributes of characters; block keys on them are ignored. Keys come in the order of the model. */
export function readInlineAttributes(attributes: DeltaAttributes | undefined): InlineAttributes {
  const read: InlineAttributes = {}
  if (!attributes) return read
  for (const mark of INLINE_MARKS) if (attributes[mark] === true) read[mark] = true
  if (isLink(attributes.link)) read.link = attributes.link
  return read
}

/** What a `\n` is written with: only the keys that differ from a plain paragraph. */
export function blockDeltaAttributes(block: BlockAttributes): DeltaAttributes {
  return {
    ...(block.kind !== 'paragraph' && { kind: block.kind }),
    ...(block.indent > 0 && { indent: block.indent }),
    ...(block.checked && { checked: true }),
  }
}
