import { $createRangeSelection, $getRoot, $setSelection } from 'lexical'
import type { RangeSelection } from 'lexical'
import { describe, expect, test } from 'vitest'
import { playRun, scenarioOf } from '../../fuzz/run.ts'
import { $select, bind, shown } from '../../test/bound-editor.ts'

/** `un`, then `abcdefgh trois` of which `trois` is bold. */
function twoBlocks() {
  const peer = bind('un\nabcdefgh trois\n')
  peer.text.format(12, 5, { bold: true })
  return peer
}

/** From the start of the first block to the fifth character of the second. */
function $selectAcross({ isBackward }: { isBackward: boolean }): RangeSelection {
  const [first, second] = $getRoot().getAllTextNodes()
  if (!first || !second) throw new Error('there are not two blocks')
  const selection = $createRangeSelection()
  const [start, end] = isBackward ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
  start.set(first.getKey(), 0, 'text')
  end.set(second.getKey(), 5, 'text')
  $setSelection(selection)
  return selection
}

const DIRECTIONS = [
  { direction: 'forward', isBackward: false },
  { direction: 'backward', isBackward: true },
]

describe('what is selected across texts', () => {
  test.for(DIRECTIONS)('[B83] is deleted, selected $direction', ({ isBackward }) => {
    const { editor, text } = twoBlocks()
    editor.update(() => $selectAcross({ isBackward }).removeText())
    expect(shown(editor)).toEqual(['fgh trois'])
    expect(text.toString()).toBe('fgh trois\n')
  })

  test.for(DIRECTIONS)('[B83] is typed over, selected $direction', ({ isBackward }) => {
    const { editor, text } = twoBlocks()
    editor.update(() => $selectAcross({ isBackward }).insertText('!'))
    expect(shown(editor)).toEqual(['!fgh trois'])
    expect(text.toString()).toBe('!fgh trois\n')
  })

  test.for([160, 335, 5095, 8244])('[B83] is deleted whatever others do to it (seed %i of the fuzz)', (seed) => {
    expect(playRun(scenarioOf(seed)).failures).toEqual([])
  })
})

describe('the selection', () => {
  test('[B83] ends where a text ends that was shortened under it', () => {
    const { editor } = bind('un deux\n')
    editor.update(() => {
      const selection = $select(1, 7)
      $getRoot().getAllTextNodes()[0]?.setTextContent('un')
      expect([selection.anchor.offset, selection.focus.offset]).toEqual([1, 2])
    })
  })

  test('[B83] follows its characters when a text is split', () => {
    const { editor } = bind('un deux\n')
    editor.update(() => {
      const selection = $select(7, 7)
      $getRoot().getAllTextNodes()[0]?.splitText(3)
      expect(selection.anchor.getNode().getTextContent()).toBe('deux')
      expect(selection.anchor.offset).toBe(4)
    })
  })
})
