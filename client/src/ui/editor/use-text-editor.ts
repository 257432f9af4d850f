import { mergeRegister } from '@lexical/utils'
import { registerRichText } from '@lexical/rich-text'
import { bindText, flatTextNodes, type BoundText } from '@pupitre/document/client'
import { createEditor, type LexicalEditor } from 'lexical'
import { useCallback, useEffect, useState, type RefCallback } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import classes from './text-marks.module.css'

export interface TextEditorOptions {
  doc: Y.Doc
  awareness: Awareness | null
  /** Name of the root text. */
  field: string
  readOnly: boolean
  /** One line without attributes. */
  singleLine?: boolean
  /** Adds what this editor does on top of plain typing; called once per binding. Must be stable. */
  register?: (editor: LexicalEditor, bound: BoundText) => () => void
}

export interface TextEditor {
  editor: LexicalEditor
  /** Null until the editor has its element. */
  bound: BoundText | null
  /** Ref of the element that is edited. */
  ref: RefCallback<HTMLElement>
}

function createFieldEditor(): LexicalEditor {
  return createEditor({
    namespace: 'pupitre',
    nodes: flatTextNodes,
    theme: {
      text: {
        bold: classes.bold,
        italic: classes.italic,
        underline: classes.underline,
        strikethrough: classes.strike,
        underlineStrikethrough: classes.underlineStrike,
        code: classes.code,
      },
    },
    onError: (error) => {
      // Lexical went back to its last good state, and the binding follows it: the user goes on.
      reportError(error)
    },
  })
}

/** One Lexical editor for one live field, bound as long as the component shows it. */
export function useTextEditor({
  doc,
  awareness,
  field,
  readOnly,
  singleLine = false,
  register,
}: TextEditorOptions): TextEditor {
  const [editor] = useState(createFieldEditor)
  const [bound, setBound] = useState<BoundText | null>(null)

  useEffect(() => {
    editor.setEditable(!readOnly)
  }, [editor, readOnly])

  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      editor.setRootElement(element)
      const unregisterText = registerRichText(editor)
      const binding = bindText({ editor, text: doc.getText(field), awareness, singleLine })
      const unregister = mergeRegister(unregisterText, register?.(editor, binding) ?? (() => {}))
      setBound(() => binding)
      return () => {
        setBound(null)
        unregister()
        binding()
        editor.setRootElement(null)
      }
    },
    [editor, doc, awareness, field, singleLine, register],
  )
  return { editor, bound, ref }
}
