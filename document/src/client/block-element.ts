import type { BlockAttributes } from '../model.ts'
import { BLOCK_TAGS } from './block-kinds.ts'

/**
 * A block's element. A list item has a wrapper of its own, which `list-semantics` makes the list of its neighbours
 * (docs/decisions: lists are flat blocks).
 */
export function createBlockElement(attributes: BlockAttributes): HTMLElement {
  const { kind } = attributes
  if (kind === 'bullet' || kind === 'number' || kind === 'check') return createListElement(attributes)
  const element = document.createElement(BLOCK_TAGS[kind])
  updateBlockElement(element, attributes)
  return element
}

function createListElement(attributes: BlockAttributes): HTMLElement {
  const element = document.createElement('div')
  const item = document.createElement('div')
  item.setAttribute('role', 'listitem')
  if (attributes.kind === 'check') item.append(createCheckbox())
  element.append(item)
  updateBlockElement(element, attributes)
  return element
}

function createCheckbox(): HTMLElement {
  const checkbox = document.createElement('span')
  checkbox.setAttribute('role', 'checkbox')
  checkbox.setAttribute('aria-label', 'Fait')
  checkbox.contentEditable = 'false'
  return checkbox
}

/** Shows what may change without a new element: indent and checked. */
export function updateBlockElement(element: HTMLElement, { kind, indent, checked }: BlockAttributes): void {
  element.dataset.kind = kind
  element.dataset.indent = String(indent)
  element.style.setProperty('--block-indent', String(indent))
  const item = listItemOf(element)
  item?.setAttribute('aria-level', String(indent + 1))
  item?.querySelector(':scope > [role="checkbox"]')?.setAttribute('aria-checked', String(checked))
}

/** The element that holds a list item's text; null for the other kinds. */
export function listItemOf(element: HTMLElement): HTMLElement | null {
  const child = element.firstElementChild
  return child instanceof HTMLElement && child.getAttribute('role') === 'listitem' ? child : null
}
