import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { placeCaret, shownLines, twoWriters } from '../../test/browser-writers.ts'
import type { Writer } from '../../test/browser-writers.ts'

let anne: Writer
let paul: Writer
let close: () => void

function open(content: string): void {
  ;({ anne, paul, close } = twoWriters(content))
}

/** What the input method shows while it composes. */
async function compose(text: string): Promise<void> {
  await cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

/** The input method has chosen. */
async function commit(text: string): Promise<void> {
  await cdp().send('Input.insertText', { text })
}

/** `^` as a French keyboard gives it: a dead key, which composes until the next one. */
async function deadCircumflex(): Promise<void> {
  const key = { key: 'Dead', code: 'BracketLeft', windowsVirtualKeyCode: 229 }
  await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await compose('^')
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

beforeEach(() => {
  open('un mot\nautre\n')
})

afterEach(() => {
  expect([...anne.errors, ...paul.errors]).toEqual([])
  expect(anne.text.toDelta()).toEqual(paul.text.toDelta())
  expect(shownLines(anne)).toEqual(shownLines(paul))
  close()
})

describe('a block under composition', () => {
  test('[B60] takes what colleagues do to it when the composition ends', async () => {
    placeCaret(anne, 2)
    await compose('に')
    await expect.poll(() => anne.editor.isComposing()).toBe(true)
    paul.text.insert(0, 'X ')
    paul.text.insert(5, ' et Y', {})
    expect(shownLines(anne)[0]).toContain('unに mot')
    await compose('にほ')
    await commit('日本')
    await expect.poll(() => shownLines(anne)).toEqual(['X un日本 et Y mot', 'autre'])
    expect(paul.text.toString()).toBe('X un日本 et Y mot\nautre\n')
  })

  test('[B61] does not keep the other blocks from changing at once', async () => {
    placeCaret(anne, 2)
    await compose('に')
    await expect.poll(() => anne.editor.isComposing()).toBe(true)
    paul.text.insert(paul.text.length - 1, ' ligne', {})
    await expect.poll(() => shownLines(anne)[1]).toBe('autre ligne')
    expect(anne.editor.isComposing()).toBe(true)
    await commit('日')
    await expect.poll(() => anne.text.toString()).toBe('un日 mot\nautre ligne\n')
  })

  test('[B60] keeps its text when a colleague joins it to the block before, or deletes it', async () => {
    placeCaret(anne, 7)
    await compose('に')
    await expect.poll(() => anne.editor.isComposing()).toBe(true)
    paul.text.delete(6, 1)
    await expect.poll(() => shownLines(anne)).toHaveLength(2)
    await commit('日')
    await expect.poll(() => anne.text.toString()).toBe('un mot日autre\n')

    placeCaret(anne, 6)
    await compose('ほ')
    await expect.poll(() => anne.editor.isComposing()).toBe(true)
    paul.text.delete(0, paul.text.length)
    await commit('本')
    await expect.poll(() => anne.text.toString()).toContain('本')
  })

  test('[B62] a dead key gives one accented letter, whatever comes in between', async () => {
    placeCaret(anne, 6)
    await deadCircumflex()
    await expect.poll(() => anne.editor.isComposing()).toBe(true)
    paul.text.insert(3, 'petit ', {})
    await commit('ê')
    await userEvent.keyboard('me')
    await expect.poll(() => anne.text.toString()).toBe('un petit motême\nautre\n')
    await expect.poll(() => shownLines(anne)).toEqual(['un petit motême', 'autre'])
  })

  test('[B60] takes an Enter in the middle of it, and a heading, when the composition ends', async () => {
    placeCaret(anne, 6)
    await compose('に')
    await expect.poll(() => anne.editor.isComposing()).toBe(true)
    paul.text.insert(2, '\n', { kind: 'h2' })
    expect(anne.element.querySelector('h2')).toBeNull()
    await commit('日')
    await expect.poll(() => shownLines(anne)).toEqual(['un', ' mot日', 'autre'])
    expect(anne.element.querySelector('h2')?.textContent).toBe('un')
  })
})

describe('a composition', () => {
  test('[B62] of several steps is written once, and undone at once', async () => {
    placeCaret(anne, 6)
    for (const step of ['ㅎ', '하', '한']) {
      await compose(step)
      await expect.poll(() => anne.text.toString()).toBe(`un mot${step}\nautre\n`)
    }
    await commit('한')
    await expect.poll(() => paul.text.toString()).toBe('un mot한\nautre\n')
    anne.bound.undo()
    await expect.poll(() => anne.text.toString()).toBe('un mot\nautre\n')
  })
})
