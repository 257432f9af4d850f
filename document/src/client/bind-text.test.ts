import { createHeadlessEditor } from '@lexical/headless'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
} from 'lexical'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { $select, bind, createStrictEditor, shown, type } from '../../test/bound-editor.ts'
import { bindText } from './bind-text.ts'
import { FlatTextNode } from './flat-text-node.ts'
import { flatTextNodes } from './nodes.ts'

/** What a client of one's own making can send: an embed at offset 1 which is no JSON object. */
function hostileEmbed(to: Y.Doc, embed: unknown): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(to))
  const text = doc.getText('description')
  const before = Y.encodeStateVector(doc)
  text.insertEmbed(1, embed instanceof Y.Map ? embed : {})
  for (let item = text._start; item; item = item.right) {
    if (item.content instanceof Y.ContentEmbed && item.id.client === doc.clientID)
      Object.assign(item.content, { embed })
  }
  return Y.encodeStateAsUpdate(doc, before)
}

describe('a bound editor', () => {
  test('[B3] shows the text, and writes what is typed with its own origin', () => {
    const origin = Symbol('anne')
    const { doc, text, editor } = bind('un\ndeux\n', { origin })
    const origins: unknown[] = []
    doc.on('update', (_update, from: unknown) => origins.push(from))
    expect(shown(editor)).toEqual(['un', 'deux'])
    type(editor, 0, '!')
    expect(text.toString()).toBe('un!\ndeux\n')
    expect(origins).toEqual([origin])
  })

  test('[B4] writes nothing when it is bound, nor when others write', () => {
    const { doc, text } = bind(null)
    let updates = 0
    doc.on('update', () => updates++)
    text.applyDelta([
      { insert: 'a', attributes: { bold: true, color: 'red', kind: 'h2' } },
      { insert: { video: 'x' } },
      { insert: '\n', attributes: { kind: 'poem', bold: true, indent: 99 } },
      { insert: 'sans fin' },
    ])
    expect(updates).toBe(1)
    const other = createStrictEditor()
    bindText({ editor: other, text })
    expect(updates).toBe(1)
  })

  test('[B5] ignores what it does not know, and keeps it where it is', () => {
    const { text, editor } = bind(null)
    text.applyDelta([
      { insert: 'rouge', attributes: { color: 'red' } },
      { insert: { video: 'x' } },
      { insert: 'fin', attributes: { link: 'javascript:alert(1)' } },
      { insert: '\n', attributes: { kind: 'poem' } },
    ])
    expect(shown(editor)).toEqual(['rougefin'])
    expect(JSON.stringify(editor.getEditorState().toJSON())).not.toContain('javascript:')
    type(editor, 0, '!')
    expect(text.toDelta()).toEqual([
      { insert: 'rouge', attributes: { color: 'red' } },
      { insert: { video: 'x' } },
      { insert: 'fin', attributes: { link: 'javascript:alert(1)' } },
      { insert: '!' },
      { insert: '\n', attributes: { kind: 'poem' } },
    ])
  })

  test('[B5] holds its place beside what only a hostile client writes', () => {
    const { doc, text, editor } = bind('ab\n')
    for (const embed of ['texte nu', 5, new Y.Map()]) Y.applyUpdate(doc, hostileEmbed(doc, embed))
    type(editor, 0, '!')
    expect(text.toString()).toBe('ab!\n')
    expect(text.length).toBe(7)
    expect(shown(editor)).toEqual(['ab!'])
    text.insert(0, 'X')
    expect(shown(editor)).toEqual(['Xab!'])
  })

  test('[B6] loses no edit that waits in it when a transaction is applied straight to the document', () => {
    const { doc, text, editor } = bind('un\n')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    other.getText('description').insert(0, 'X')
    const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
    editor.update(() => $getRoot().getFirstDescendant()?.selectEnd().insertText('!'), { skipTransforms: true })
    expect(text.toString()).toBe('un\n')
    Y.applyUpdate(doc, update)
    expect(text.toString()).toBe('Xun!\n')
    expect(shown(editor)).toEqual(['Xun!'])
  })

  test('[B6] gives such an edit its own origin, and can undo it', () => {
    const origin = Symbol('anne')
    const { doc, text, editor, bound } = bind('un\n', { origin })
    const origins: unknown[] = []
    doc.on('update', (_update, from: unknown) => origins.push(from))
    editor.update(() => $getRoot().getFirstDescendant()?.selectEnd().insertText('!'), { skipTransforms: true })
    doc.transact(() => text.insert(0, 'X'), 'provider')
    expect(origins).toEqual(['provider', origin])
    bound.undo()
    expect(text.toString()).toBe('Xun\n')
  })

  test('[B6] keeps both when the document changes in the middle of an update of the editor', () => {
    const { doc, text, editor } = bind('un\n')
    editor.update(() => {
      const selection = $getRoot().getFirstDescendant()?.selectEnd()
      selection?.insertText('!')
      doc.transact(() => text.insert(0, 'X'))
      selection?.insertText('?')
    })
    expect(text.toString()).toBe('Xun!?\n')
    expect(shown(editor)).toEqual(['Xun!?'])
  })

  test('[B6] keeps a block in a block when the document changes in the middle of the update that put it there', () => {
    const { doc, text, editor } = bind('un\n')
    editor.update(() => {
      const block = $getRoot().getFirstChild()
      if ($isElementNode(block)) block.append($createParagraphNode().append($createTextNode('deux')))
      doc.transact(() => text.insert(0, 'X'))
    })
    expect(text.toString()).toBe('Xun\ndeux\n')
    expect(shown(editor)).toEqual(['Xun', 'deux'])
  })

  test.for([{ singleLine: false }, { singleLine: true }])(
    '[B6] keeps what others type in the middle of an update that emptied the editor (%o)',
    (shape) => {
      const { doc, text, editor } = bind('un', shape)
      editor.update(() => {
        $getRoot().clear()
        doc.transact(() => {
          text.delete(0, 2)
          text.insert(0, 'X')
        })
      })
      expect(shown(editor)).toEqual(['X'])
      expect(text.toString()).toBe('X')
    },
  )

  test('[B6] keeps both when the editor changes in the middle of a transaction', () => {
    const { doc, text, editor } = bind('un\n')
    doc.transact(() => {
      text.insert(0, 'X')
      type(editor, 0, '!')
      text.insert(0, 'Y')
    })
    expect(text.toString()).toBe('YXun!\n')
    expect(shown(editor)).toEqual(['YXun!'])
  })

  test('[B7] undoes and redoes the user’s own edits only, with their selection', () => {
    const { text, editor, bound } = bind('un\n')
    type(editor, 0, '!')
    text.insert(0, 'X')
    editor.update(() => $getRoot().selectStart())
    expect(bound.undo()).toBe(true)
    expect(text.toString()).toBe('Xun\n')
    expect(bound.undo()).toBe(false)
    expect(bound.redo()).toBe(true)
    expect(text.toString()).toBe('Xun!\n')
  })

  test('[B7] puts the caret back where it was before the edit that is undone', () => {
    const { editor, bound } = bind('un deux\n')
    editor.update(() => $select(3, 7), { discrete: true })
    editor.update(() => $getSelection()?.insertRawText('x'))
    expect(shown(editor)).toEqual(['un x'])
    editor.update(() => $getRoot().selectStart())
    bound.undo()
    expect(shown(editor)).toEqual(['un deux'])
    editor.getEditorState().read(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) throw new Error('nothing is selected')
      expect([selection.anchor.offset, selection.focus.offset]).toEqual([3, 7])
    })
  })

  test('[B7] puts the selection back on its characters when others wrote while the edit waited', () => {
    const { doc, text, editor, bound } = bind('un deux\n')
    editor.update(() => $select(3, 7), { discrete: true })
    editor.update(() => $getSelection()?.insertRawText('x'), { skipTransforms: true })
    doc.transact(() => text.insert(0, 'un, ', {}))
    expect(text.toString()).toBe('un, un x\n')
    bound.undo()
    expect(shown(editor)).toEqual(['un, un deux'])
    editor.read(() => expect($getSelection()?.getTextContent()).toBe('deux'))
  })

  test('[B8] is let go of when unbound, after it wrote what it held', () => {
    const { text, editor, bound } = bind('un\n')
    editor.update(() => $getRoot().getFirstDescendant()?.selectEnd().insertText('!'), { skipTransforms: true })
    bound()
    expect(text.toString()).toBe('un!\n')
    editor.update(() => $getRoot().getFirstDescendant()?.selectEnd().insertText('?'), { discrete: true })
    text.insert(0, 'X')
    expect(text.toString()).toBe('Xun!\n')
    expect(shown(editor)).toEqual(['un!?'])
  })

  test('[B9] follows the text again when Lexical throws its update away', () => {
    const errors: Error[] = []
    const doc = new Y.Doc()
    const text = doc.getText('description')
    text.insert(0, 'un\n')
    const editor = createHeadlessEditor({
      namespace: 'test',
      nodes: [...flatTextNodes],
      onError: (error) => errors.push(error),
    })
    bindText({ editor, text })
    let isBroken = true
    editor.registerNodeTransform(FlatTextNode, () => {
      if (isBroken) throw new Error('a broken plugin')
    })
    text.insert(0, 'X')
    expect(errors.length).toBeGreaterThan(0)
    isBroken = false
    text.insert(0, 'Y')
    type(editor, 0, '!')
    expect(shown(editor)).toEqual(['YXun!'])
    expect(text.toString()).toBe('YXun!\n')
  })

  test('[B9] takes a whole new state of the editor for an edit', () => {
    const { text, editor } = bind('un\ndeux\n')
    const other = createStrictEditor()
    other.update(
      () => {
        $getRoot()
          .clear()
          .append($createParagraphNode().append($createTextNode('trois')))
      },
      { discrete: true },
    )
    editor.setEditorState(editor.parseEditorState(other.getEditorState().toJSON()))
    expect(text.toString()).toBe('trois\n')
  })

  test('[B19] refuses a text of no document, an open transaction, and an editor with other nodes', () => {
    const editor = createStrictEditor()
    expect(() => bindText({ editor, text: new Y.Text() })).toThrow('in no document')
    const doc = new Y.Doc()
    doc.transact(() => {
      expect(() => bindText({ editor, text: doc.getText('description') })).toThrow('a transaction is open')
    })
    const stock = createHeadlessEditor({ namespace: 'test' })
    expect(() => bindText({ editor: stock, text: doc.getText('description') })).toThrow('flatTextNodes')
  })
})
