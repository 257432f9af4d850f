import { registerRichText } from '@lexical/rich-text'
import { $setSelection, createEditor } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { bindText } from '../src/client/bind-text.ts'
import type { BoundText } from '../src/client/bind-text.ts'
import { $selectionBetween } from '../src/client/points.ts'
import { flatTextNodes } from '../src/client/nodes.ts'

/** One person in front of an editor in the page. */
export interface Writer {
  doc: Y.Doc
  text: Y.Text
  awareness: Awareness
  editor: LexicalEditor
  bound: BoundText
  /** The element that is edited. */
  element: HTMLElement
  /** Errors of the editor: none is expected. */
  errors: Error[]
}

function createWriter(name: string, color: string, seed: Uint8Array): Writer {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed)
  const awareness = new Awareness(doc)
  awareness.setLocalStateField('user', { id: name, name, color })
  const element = document.createElement('div')
  element.contentEditable = 'true'
  element.setAttribute('role', 'textbox')
  element.setAttribute('aria-multiline', 'true')
  element.setAttribute('aria-label', name)
  document.body.append(element)
  const errors: Error[] = []
  const editor = createEditor({ namespace: 'test', nodes: [...flatTextNodes], onError: (error) => errors.push(error) })
  editor.setRootElement(element)
  registerRichText(editor)
  const text = doc.getText('description')
  return { doc, text, awareness, editor, bound: bindText({ editor, text, awareness }), element, errors }
}

/** Two people in one text, whose documents are connected; `close` takes them away. */
export function twoWriters(content = '\n'): { anne: Writer; paul: Writer; close: () => void } {
  const seed = new Y.Doc()
  seed.getText('description').insert(0, content)
  const update = Y.encodeStateAsUpdate(seed)
  const anne = createWriter('Anne', '#b3261e', update)
  const paul = createWriter('Paul', '#0a7d5a', update)
  for (const [from, to] of [
    [anne, paul],
    [paul, anne],
  ] as const) {
    from.doc.on('update', (change: Uint8Array, origin: unknown) => {
      if (origin !== 'peer') Y.applyUpdate(to.doc, change, 'peer')
    })
    from.awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      const ours = [...added, ...updated, ...removed].filter((id) => id === from.doc.clientID)
      if (ours.length > 0) applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, ours), 'peer')
    })
    applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.doc.clientID]), 'peer')
  }
  return {
    anne,
    paul,
    close: () => {
      for (const { bound, editor, element, awareness } of [anne, paul]) {
        bound()
        editor.setRootElement(null)
        awareness.destroy()
        element.remove()
      }
    },
  }
}

/** Puts the caret of a writer at an offset of the text, and gives them the focus. */
export function placeCaret({ editor, element, bound }: Writer, offset: number): void {
  element.focus()
  editor.update(
    () => {
      const point = bound.$pointAt(offset)
      if (point) $setSelection($selectionBetween(point, point))
    },
    { discrete: true },
  )
}

/** What a writer sees, one line per block. */
export function shownLines({ element }: Writer): string[] {
  return [...element.children].map((block) => block.textContent ?? '')
}
