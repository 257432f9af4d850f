import { $getRoot } from 'lexical'
import { describe, expect, test } from 'vitest'
import { bind, shown, type } from '../../test/bound-editor.ts'

describe('one line', () => {
  const line = { singleLine: true }

  test('[B90] has no second line, no mark and no break, whatever is pasted or asked for', () => {
    const { text, editor } = bind('Titre\n', line)
    editor.update(() => {
      const selection = $getRoot().getFirstDescendant()?.selectEnd()
      selection?.insertParagraph()
      selection?.insertRawText('un\ndeux')
      selection?.insertLineBreak()
    })
    editor.update(() => $getRoot().select(0).formatText('bold'))
    expect(shown(editor)).toHaveLength(1)
    expect(text.toDelta()).toHaveLength(1)
    expect(text.toString()).toBe('Titre un deux \n')
  })

  test('[B91] shows a line end of the document as a space, and keeps it', () => {
    const { text, editor } = bind('un\ndeux', line)
    expect(shown(editor)).toEqual(['undeux'])
    type(editor, 0, '!')
    expect(text.toString()).toBe('un\ndeux!')
  })

  test('[B91] hides the line end that the server put there', () => {
    const { text, editor } = bind('\n', line)
    type(editor, 0, 'Titre')
    expect(text.toString()).toBe('Titre\n')
    text.insert(text.length, ' fin')
    type(editor, 0, '.')
    expect(text.toString()).toBe('Titre\n fin.')
  })
})
