import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical'
import { describe, expect, test } from 'vitest'
import { bind, shown } from '../../test/bound-editor.ts'

describe('what flat rich text cannot hold', () => {
  test.for(['token', 'segmented'] as const)('[B84] is no text of mode %s: it joins its neighbours', (mode) => {
    const { editor, text } = bind('un\n')
    editor.update(() => {
      const block = $getRoot().getFirstChild()
      if ($isElementNode(block)) block.append($createTextNode(' deux').setMode(mode))
    })
    expect(text.toString()).toBe('un deux\n')
    editor.read(() => expect($getRoot().getAllTextNodes()).toHaveLength(1))
  })

  test('[B84] is no text that refuses to join its neighbours', () => {
    const { editor, text } = bind('un\n')
    editor.update(() => {
      const block = $getRoot().getFirstChild()
      if ($isElementNode(block)) block.append($createTextNode(' deux').toggleUnmergeable().toggleDirectionless())
    })
    expect(text.toString()).toBe('un deux\n')
    editor.read(() => expect($getRoot().getAllTextNodes()).toHaveLength(1))
  })

  test('[B84] is no block in a block: it comes after it', () => {
    const { editor, text } = bind('un\n')
    editor.update(() => {
      const inner = $createParagraphNode().append($createTextNode('trois'))
      const outer = $createParagraphNode().append($createTextNode('deux'), inner)
      $getRoot().append(outer)
    })
    expect(shown(editor)).toEqual(['un', 'deux', 'trois'])
    expect(text.toString()).toBe('un\ndeux\ntrois\n')
  })
})
