import { createState } from 'lexical'
import { isBlockKind } from '../attributes.ts'
import { isLink } from '../links.ts'
import type { BlockKind } from '../model.ts'

/** A block's kind. */
export const kindState = createState('kind', {
  parse: (value): BlockKind => (isBlockKind(value) ? value : 'paragraph'),
})

/** Whether a block of kind `check` is ticked; kept on the other kinds. */
export const checkedState = createState('checked', { parse: (value) => value === true })

/** The address that a text leads to; empty when it is no link. */
export const linkState = createState('link', { parse: (value) => (isLink(value) ? value : '') })

/** An embed's canonical JSON. */
export const embedState = createState('embed', { parse: (value) => (typeof value === 'string' ? value : '{}') })
