import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { placeCaret, twoWriters } from '../../test/browser-writers.ts'
import type { Writer } from '../../test/browser-writers.ts'

let anne: Writer
let close: () => void

afterEach(() => {
  close()
  expect(anne.errors).toEqual([])
})

/** A bullet `un`, an empty soft line, `deux trois`; Anne's caret is on the empty line. */
function openOnEmptySoftLine(): void {
  ;({ anne, close } = twoWriters('un\n'))
  anne.text.insertEmbed(2, { break: true }, {})
  anne.text.insertEmbed(3, { break: true }, {})
  anne.text.insert(4, 'deux trois', {})
  anne.text.format(14, 1, { kind: 'bullet' })
  placeCaret(anne, 3)
}

/** The characters of the text; `/` is a soft break. */
function written(): string {
  return anne.text
    .toDelta()
    .map(({ insert }: { insert?: unknown }) => (typeof insert === 'string' ? insert : '/'))
    .join('')
}

describe('deleting a word from an empty soft line of a list item', () => {
  test('[B85] takes the break before it, backward', async () => {
    openOnEmptySoftLine()
    await userEvent.keyboard('{Control>}{Backspace}{/Control}')
    expect(written()).toBe('un/deux trois\n')
    await userEvent.keyboard('x')
    expect(written()).toBe('unx/deux trois\n')
  })

  test('[B85] takes the break after it, forward', async () => {
    openOnEmptySoftLine()
    await userEvent.keyboard('{Control>}{Delete}{/Control}')
    expect(written()).toBe('un/deux trois\n')
    await userEvent.keyboard('x')
    expect(written()).toBe('un/xdeux trois\n')
  })
})
