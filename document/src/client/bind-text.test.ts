import { createHeadlessEditor } from '@lexical/headless'
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isRangeSelection, $isTextNode } from 'lexical'
import type { LexicalEditor, RangeSelection } from 'lexical'
import { describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { bindText } from './bind-text.ts'
import type { BindTextOptions, BoundText } from './bind-text.ts'
import { remoteSelections } from './cursor.ts'
import { FlatTextNode } from './flat-text-node.ts'
import { flatTextNodes } from './nodes.ts'

interface Bound {
  doc: Y.Doc
  text: Y.Text
  editor: LexicalEditor
  bound: BoundText
}

function bind(content: string | null = '\n', options: Partial<BindTextOptions> = {}): Bound {
  const doc = new Y.Doc()
  const text = doc.getText('description')
  if (content !== null) text.insert(0, content)
  const editor = createEditor()
  return { doc, text, editor, bound: bindText({ editor, text, captureTimeoutMs: 0, ...options }) }
}

function createEditor(): LexicalEditor {
  return createHeadlessEditor({
    namespace: 'test',
    nodes: [...flatTextNodes],
    onError: (error) => {
      throw error
    },
  })
}

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

/** Types at the end of a block. */
function type(editor: LexicalEditor, block: number, text: string): void {
  editor.update(() => {
    $getRoot().getChildAtIndex(block)?.selectEnd().insertText(text)
  })
}

/** Selects in the first text of the editor. */
function $select(from: number, to: number): RangeSelection {
  const node = $getRoot().getFirstDescendant()
  if (!$isTextNode(node)) throw new Error('there is no text')
  return node.select(from, to)
}

function shown(editor: LexicalEditor): string[] {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent()),
  )
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
    const other = createEditor()
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
    const other = createEditor()
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

  test('[B16] refuses a text of no document, and an open transaction', () => {
    const editor = createEditor()
    expect(() => bindText({ editor, text: new Y.Text() })).toThrow('in no document')
    const doc = new Y.Doc()
    doc.transact(() => {
      expect(() => bindText({ editor, text: doc.getText('description') })).toThrow('a transaction is open')
    })
  })
})

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

describe('the caret', () => {
  test('[B73] is told as relative positions, and found by others after edits', async () => {
    const doc = new Y.Doc()
    const text = doc.getText('description')
    text.insert(0, 'bonjour\n')
    const awareness = new Awareness(doc)
    awareness.setLocalStateField('user', { id: '1', name: 'Anne', color: '#b3261e' })
    const editor = createEditor()
    const bound = bindText({ editor, text, awareness })
    editor.update(() => $select(3, 5))
    await expect.poll(() => awareness.getLocalState()?.['cursor']).toMatchObject({ field: 'description' })
    text.insert(0, 'oh ')
    const colleague = new Awareness(new Y.Doc())
    applyAwarenessUpdate(colleague, encodeAwarenessUpdate(awareness, [doc.clientID]), 'test')
    expect(remoteSelections({ text, field: 'description', awareness: colleague })).toEqual([
      { clientId: doc.clientID, user: { id: '1', name: 'Anne', color: '#b3261e' }, anchor: 6, focus: 8 },
    ])
    expect(remoteSelections({ text, field: 'titre', awareness: colleague })).toEqual([])
    bound()
    expect(awareness.getLocalState()?.['cursor']).toBeNull()
    awareness.destroy()
    colleague.destroy()
  })
})
