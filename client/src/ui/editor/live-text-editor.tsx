import { VisuallyHidden } from '@mantine/core'
import { mergeRegister } from '@lexical/utils'
import type { BoundText } from '@pupitre/document/client'
import type { LexicalEditor } from 'lexical'
import { useCallback, useId, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { registerClicks } from './clicks.ts'
import { EditorContent } from './editor-content.tsx'
import { registerEnter } from './enter.ts'
import { useEditorState } from './editor-state.ts'
import { registerMarkdownStarts } from './markdown-starts.ts'
import { registerPaste } from './paste.ts'
import { registerShortcuts } from './shortcuts.ts'
import { EditorToolbar } from './toolbar/editor-toolbar.tsx'
import { useTextEditor } from './use-text-editor.ts'
import classes from './live-text-editor.module.css'

export interface LiveTextEditorProps {
  doc: Y.Doc
  /** Where carets are told and read; null without presence. */
  awareness: Awareness | null
  /** Name of the root text, e.g. `description`. */
  field: string
  /** The field's name for people. */
  label: string
  readOnly: boolean
  /** Shown while the text is empty and may be written. */
  placeholder?: string
}

/** A field of flat rich text, written by several people at once: its name, its toolbar while it is being written, its text. */
export function LiveTextEditor({ doc, awareness, field, label, readOnly, placeholder }: LiveTextEditorProps) {
  const id = useId()
  const [linkOpen, setLinkOpen] = useState(false)
  const register = useCallback(
    (editor: LexicalEditor, bound: BoundText) =>
      mergeRegister(
        registerShortcuts(editor, { onLink: () => setLinkOpen(true) }),
        registerMarkdownStarts(editor, bound),
        registerPaste(editor, bound),
        registerClicks(editor),
        registerEnter(editor),
      ),
    [],
  )
  const { editor, bound, ref } = useTextEditor({ doc, awareness, field, readOnly, register })
  const state = useEditorState(editor, bound)
  const ids = { content: `${id}-content`, label: `${id}-label`, help: `${id}-help` }

  return (
    <section
      className={classes.field}
      data-field={field}
      data-read-only={readOnly || undefined}
      data-link-open={linkOpen || undefined}
      aria-labelledby={ids.label}
    >
      <div className={classes.head}>
        <h2 className={classes.label} id={ids.label}>
          {label}
        </h2>
        {!readOnly && (
          <div className={classes.tools}>
            <EditorToolbar
              editor={editor}
              state={state}
              label={label}
              contentId={ids.content}
              linkOpen={linkOpen}
              onLinkOpen={setLinkOpen}
            />
          </div>
        )}
      </div>
      <EditorContent
        editor={editor}
        bound={bound}
        awareness={awareness}
        ref={ref}
        id={ids.content}
        labelId={ids.label}
        helpId={ids.help}
        readOnly={readOnly}
        placeholder={placeholder}
      />
      {!readOnly && (
        <VisuallyHidden id={ids.help}>
          Maj+Tab pour la mise en forme. Dans une liste, Tab change le retrait ; Échap puis Tab pour quitter le texte.
        </VisuallyHidden>
      )}
    </section>
  )
}
