import type { BlockKind } from '../model.ts'

const LIST_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['bullet', 'number', 'check'])

export function isListKind(kind: BlockKind): boolean {
  return LIST_KINDS.has(kind)
}

/** Whether Enter at the end of such a block begins another of the same kind; after a heading comes a paragraph. */
export function continuesOnEnter(kind: BlockKind): boolean {
  return kind === 'quote' || isListKind(kind)
}

/** The HTML element of each kind that is no list item. */
export const BLOCK_TAGS = { paragraph: 'p', h2: 'h2', h3: 'h3', quote: 'blockquote' } as const
