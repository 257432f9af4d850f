import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { placeCaret, shownLines, twoWriters } from '../../test/browser-writers.ts'
import type { Writer } from '../../test/browser-writers.ts'

let anne: Writer
let paul: Writer
let close: () => void

/** As a key does: the browser has moved the caret, and tells it later, by `selectionchange`. */
function moveAsKeyDoes({ element }: Writer, { line, offset }: { line: number; offset: number }): void {
  const text = document.createTreeWalker(element.children[line] ?? element, NodeFilter.SHOW_TEXT).nextNode()
  document.getSelection()?.collapse(text, offset)
}

beforeEach(() => {
  ;({ anne, paul, close } = twoWriters('premier\ndeuxième\n'))
})

afterEach(() => {
  expect([...anne.errors, ...paul.errors]).toEqual([])
  close()
})

describe('a caret that has moved, of which the editor does not know yet', () => {
  test('[B42] is not brought back by what a colleague types in another block', async () => {
    placeCaret(anne, 3)
    moveAsKeyDoes(anne, { line: 0, offset: 7 })
    paul.text.insert(8, '! ', {})
    await userEvent.keyboard(' mot')
    expect(shownLines(anne)).toEqual(['premier mot', '! deuxième'])
  })

  test('[B42] stays on its characters when a colleague types before it in its block', async () => {
    placeCaret(anne, 3)
    moveAsKeyDoes(anne, { line: 0, offset: 7 })
    paul.text.insert(0, 'le ', {})
    await userEvent.keyboard(' mot')
    expect(shownLines(anne)).toEqual(['le premier mot', 'deuxième'])
  })

  test('[B42] keeps what is selected', async () => {
    placeCaret(anne, 3)
    moveAsKeyDoes(anne, { line: 0, offset: 7 })
    document.getSelection()?.extend(document.getSelection()?.anchorNode ?? anne.element, 0)
    paul.text.insert(8, '! ', {})
    await userEvent.keyboard('un')
    expect(shownLines(anne)).toEqual(['un', '! deuxième'])
  })

  test('[B42] is left alone while it is elsewhere in the page', async () => {
    placeCaret(anne, 3)
    moveAsKeyDoes(paul, { line: 1, offset: 2 })
    paul.text.insert(0, 'le ', {})
    expect(document.getSelection()?.anchorNode?.textContent).toBe('deuxième')
    expect(shownLines(anne)).toEqual(['le premier', 'deuxième'])
  })

  test('[B42] types as what is around it', async () => {
    anne.text.format(0, 7, { bold: true })
    await expect.poll(() => anne.element.querySelector('strong')?.textContent).toBe('premier')
    placeCaret(anne, 10)
    moveAsKeyDoes(anne, { line: 0, offset: 7 })
    paul.text.insert(8, '! ', {})
    await userEvent.keyboard(' mot')
    expect(anne.element.querySelector('strong')?.textContent).toBe('premier mot')
  })
})
