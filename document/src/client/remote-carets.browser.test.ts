import { afterEach, describe, expect, test } from 'vitest'
import { placeCaret, twoWriters } from '../../test/browser-writers.ts'
import type { Writer } from '../../test/browser-writers.ts'
import { mountRemoteCarets } from './remote-carets.ts'

let anne: Writer
let paul: Writer
let overlay: HTMLElement
let release: () => void

function open(content: string): void {
  const writers = twoWriters(content)
  ;({ anne, paul } = writers)
  overlay = document.createElement('div')
  overlay.style.cssText = 'position: absolute; inset: 0; pointer-events: none'
  document.body.append(overlay)
  const unmount = mountRemoteCarets({
    editor: paul.editor,
    binding: paul.bound,
    awareness: paul.awareness,
    container: overlay,
  })
  release = () => {
    unmount()
    writers.close()
    overlay.remove()
  }
}

afterEach(() => release())

/** Where Paul's page shows the text from one offset of its first text node to another. */
function shownAt(from: number, to: number): DOMRect {
  const walker = document.createTreeWalker(paul.element, NodeFilter.SHOW_TEXT)
  const node = walker.nextNode()
  const range = document.createRange()
  if (node) {
    range.setStart(node, from)
    range.setEnd(node, to)
  }
  return range.getBoundingClientRect()
}

const caret = () => overlay.querySelector<HTMLElement>('.remote-caret')

describe('the carets of colleagues', () => {
  test('[B70] are drawn where they are, with their name', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(() => caret()?.textContent).toBe('Anne')
    const left = Number.parseFloat(caret()?.style.left ?? '') + overlay.getBoundingClientRect().left
    expect(Math.abs(left - shownAt(3, 3).left)).toBeLessThan(2)
  })

  test('[B71] stay on their characters while the text around them changes', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(() => caret()).not.toBeNull()
    paul.text.insert(0, 'oh ', {})
    paul.text.format(2, 4, { bold: true })
    const wanted = () => {
      const walker = document.createTreeWalker(paul.element, NodeFilter.SHOW_TEXT)
      walker.nextNode()
      const node = walker.nextNode()
      const range = document.createRange()
      if (node) range.setStart(node, 4)
      return range.getBoundingClientRect().left
    }
    await expect
      .poll(() =>
        Math.abs(Number.parseFloat(caret()?.style.left ?? '') + overlay.getBoundingClientRect().left - wanted()),
      )
      .toBeLessThan(2)
  })

  test('[B70] go when their editor loses the focus', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(() => caret()).not.toBeNull()
    anne.element.blur()
    await expect.poll(() => caret()).toBeNull()
  })

  test('[B70] show in an empty text', async () => {
    open('\n')
    placeCaret(anne, 0)
    await expect.poll(() => caret()?.textContent).toBe('Anne')
    expect(Number.parseFloat(caret()?.style.height ?? '')).toBeGreaterThan(5)
  })

  test('[B72] ignore a state that the server did not stamp', async () => {
    open('bonjour\n')
    anne.awareness.setLocalStateField('user', { name: 'Quelqu’un', color: 'red;background:url(x)' })
    placeCaret(anne, 3)
    await expect.poll(() => paul.awareness.getStates().get(anne.doc.clientID)?.['cursor']).toBeTruthy()
    expect(caret()).toBeNull()
  })
})
