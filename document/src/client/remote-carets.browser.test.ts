import { afterEach, describe, expect, test } from 'vitest'
import { $getRoot } from 'lexical'
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

const isNameShown = () => caret()?.matches('[data-moved], [data-near]')
/** The name is shown for two seconds: no caret moves meanwhile. */
const AFTER_NAME = { timeout: 4_000 }

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

  test('[B74] show the name when they come, and hide it two seconds later', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(isNameShown).toBe(true)
    await expect.poll(isNameShown, AFTER_NAME).toBe(false)
    expect(caret()?.textContent).toBe('Anne')
  })

  test('[B74] show the name again when they move, type and delete', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(isNameShown, AFTER_NAME).toBe(true)
    for (const act of [
      () => placeCaret(anne, 5),
      () => anne.editor.update(() => $getRoot().getFirstDescendant()?.selectEnd().insertText('!')),
      () => anne.text.delete(7, 1),
    ]) {
      await expect.poll(isNameShown, AFTER_NAME).toBe(false)
      act()
      await expect.poll(isNameShown).toBe(true)
    }
  })

  test('[B74] do not show the name for what the user types elsewhere', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(isNameShown).toBe(true)
    await expect.poll(isNameShown, AFTER_NAME).toBe(false)
    const left = caret()?.style.left
    paul.text.insert(0, 'oh ', {})
    await expect.poll(() => caret()?.style.left).not.toBe(left)
    expect(isNameShown()).toBe(false)
  })

  test('[B74] show the name while the pointer is on them', async () => {
    open('bonjour\n')
    placeCaret(anne, 3)
    await expect.poll(isNameShown).toBe(true)
    await expect.poll(isNameShown, AFTER_NAME).toBe(false)
    const { left, right, top } = caret()?.getBoundingClientRect() ?? new DOMRect()
    const point = (x: number) =>
      paul.element.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: top + 1 }))
    point(right + 3)
    expect(isNameShown()).toBe(true)
    point(right + 40)
    expect(isNameShown()).toBe(false)
    point(left - 3)
    expect(isNameShown()).toBe(true)
    paul.element.dispatchEvent(new PointerEvent('pointerleave'))
    expect(isNameShown()).toBe(false)
  })
})
