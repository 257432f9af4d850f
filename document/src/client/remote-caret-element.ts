import type { CursorUser } from './cursor.ts'

export interface Placed {
  rect: DOMRect
  /** The container's own place. */
  origin: DOMRect
}

/** A caret with its colleague's name on a flag; both are styled by the page. */
export function createCaretElement(user: CursorUser): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'remote-caret'
  caret.style.setProperty('--caret-color', user.color)
  const flag = document.createElement('span')
  flag.className = 'remote-caret-name'
  flag.textContent = user.name
  flag.style.color = readableOn(user.color)
  caret.append(flag)
  return caret
}

export function moveCaretElement(caret: HTMLElement, { rect, origin }: Placed): void {
  const left = `${rect.left - origin.left}px`
  caret.style.left = left
  // So that the style can turn the flag back inside at the right edge.
  caret.style.setProperty('--caret-left', left)
  caret.style.top = `${rect.top - origin.top}px`
  caret.style.height = `${rect.height}px`
}

/** One line of a selection. */
export function createSelectionElement({ rect, origin, color }: Placed & { color: string }): HTMLElement {
  const element = document.createElement('span')
  element.className = 'remote-selection'
  element.style.left = `${rect.left - origin.left}px`
  element.style.top = `${rect.top - origin.top}px`
  element.style.width = `${rect.width}px`
  element.style.height = `${rect.height}px`
  element.style.setProperty('--caret-color', color)
  return element
}

/** Black or white, whichever contrasts more with a `#rrggbb` colour (WCAG 2.2, relative luminance). */
export function readableOn(color: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return luminance > 0.179 ? '#000000' : '#ffffff'
}
