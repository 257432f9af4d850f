/** Word writes list items as paragraphs: `mso-list:l0 level2 lfo1`, their marker in a span `mso-list:Ignore`. */
import type { Element, ElementContent } from 'hast'
import { MAX_INDENT } from '../model.ts'
import type { BlockAttributes } from '../model.ts'
import { stylesOf } from './html-style.ts'
import type { Declarations } from './html-style.ts'

const NUMBERED = /^\(?[\p{L}\d]{1,5}(?:\.[\p{L}\d]{1,5})*[.)]/u

export function isWordMarker(styles: Declarations): boolean {
  return styles.get('mso-list') === 'ignore'
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

function markerOf(element: Element): string {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const found = isWordMarker(stylesOf(child)) ? textOf(child) : markerOf(child)
    if (found) return found.trim()
  }
  return ''
}

/** The block that a paragraph of Word is, when it is a list item. */
export function wordListItem(element: Element, styles: Declarations): BlockAttributes | null {
  const level = /\blevel(\d)/.exec(styles.get('mso-list') ?? '')?.[1]
  if (!level) return null
  const indent = Math.min(Math.max(Number(level) - 1, 0), MAX_INDENT)
  return { kind: NUMBERED.test(markerOf(element)) ? 'number' : 'bullet', indent, checked: false }
}
