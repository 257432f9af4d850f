import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { placeCaret, shownLines, twoWriters } from '../../test/browser-writers.ts'

let close = () => {}
afterEach(() => close())

function copied(element: HTMLElement): DataTransfer {
  const clipboardData = new DataTransfer()
  element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
  return clipboardData
}

describe('copying', () => {
  test('[B80] gives the text and its HTML, with marks, links and lists', async () => {
    const writers = twoWriters('')
    ;({ close } = writers)
    const { anne } = writers
    anne.text.applyDelta([
      { insert: 'Titre' },
      { insert: '\n', attributes: { kind: 'h2' } },
      { insert: 'gras', attributes: { bold: true } },
      { insert: ' et ' },
      { insert: 'lien', attributes: { link: 'https://exemple.fr/' } },
      { insert: '\n', attributes: { kind: 'bullet' } },
    ])
    placeCaret(anne, 0)
    await userEvent.keyboard('{Control>}a{/Control}')
    const data = copied(anne.element)
    expect(data.getData('text/plain')).toBe('Titre\ngras et lien')
    const html = new DOMParser().parseFromString(data.getData('text/html'), 'text/html')
    expect(html.querySelector('h2')?.textContent).toBe('Titre')
    expect(html.querySelector('ul > li b, ul > li strong')?.textContent).toBe('gras')
    expect(html.querySelector('li a')?.getAttribute('href')).toBe('https://exemple.fr/')
  })

  test('[B80] and pasting between two editors keeps marks, kinds and embeds', async () => {
    const writers = twoWriters('')
    ;({ close } = writers)
    const { anne } = writers
    anne.text.applyDelta([
      { insert: 'un', attributes: { italic: true } },
      { insert: { mention: { kind: 'user', id: '7f9c24e8-3b12-4fef-91e0-52f5b0f0a1d3' } } },
      { insert: '\n', attributes: { kind: 'h3' } },
      { insert: 'deux' },
      { insert: '\n', attributes: { kind: 'check', checked: true } },
      { insert: '\n' },
    ])
    placeCaret(anne, 0)
    await userEvent.keyboard('{Control>}a{/Control}')
    const clipboardData = copied(anne.element)
    const other = twoWriters('\n')
    placeCaret(other.anne, 0)
    other.anne.element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    await expect.poll(() => shownLines(other.paul).slice(0, 2)).toEqual(['un@…', 'deux'])
    expect(other.paul.text.toDelta().slice(0, 5)).toEqual(anne.text.toDelta().slice(0, 5))
    other.close()
  })
})

describe('keys in a real browser', () => {
  test('[B81] type, split, join, make bold and undo one’s own', async () => {
    const writers = twoWriters('\n')
    ;({ close } = writers)
    const { anne, paul } = writers
    placeCaret(anne, 0)
    await userEvent.keyboard('un{Control>}b{/Control} gras{Control>}b{/Control}{Enter}deux')
    placeCaret(anne, 8)
    await userEvent.keyboard('{Backspace}')
    await expect.poll(() => shownLines(paul)).toEqual(['un grasdeux'])
    paul.text.insert(0, 'Paul ', {})
    anne.bound.undo()
    await expect.poll(() => anne.text.toString()).toBe('Paul \n')
    anne.bound.redo()
    await expect.poll(() => paul.text.toString()).toBe('Paul un grasdeux\n')
    expect([...anne.errors, ...paul.errors]).toEqual([])
  })

  test('[B82] Maj+Entrée is a soft break, one character of the text', async () => {
    const writers = twoWriters('\n')
    ;({ close } = writers)
    placeCaret(writers.anne, 0)
    await userEvent.keyboard('un{Shift>}{Enter}{/Shift}deux')
    await expect
      .poll(() => writers.paul.text.toDelta())
      .toEqual([{ insert: 'un' }, { insert: { break: true } }, { insert: 'deux\n' }])
  })
})
