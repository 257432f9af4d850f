import type { BoundText } from '@pupitre/document/client'
import type { LexicalEditor } from 'lexical'
import type { Ref } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { RemoteCarets } from './remote-carets.tsx'
import { useIsEmpty } from './use-is-empty.ts'
import classes from './editor-content.module.css'

/** The text itself, with the carets of the others over it. */
export function EditorContent({
  editor,
  bound,
  awareness,
  ref,
  id,
  labelId,
  helpId,
  readOnly,
  placeholder,
}: {
  editor: LexicalEditor
  bound: BoundText | null
  awareness: Awareness | null
  ref: Ref<HTMLDivElement>
  id: string
  labelId: string
  helpId: string
  readOnly: boolean
  placeholder: string | undefined
}) {
  const empty = useIsEmpty(editor, bound)
  const editing = {
    role: 'textbox',
    contentEditable: true,
    'aria-multiline': true,
    'aria-describedby': helpId,
    'aria-placeholder': placeholder,
    spellCheck: true,
  } as const
  return (
    <div className={classes.frame}>
      <div
        ref={ref}
        id={id}
        className={classes.content}
        aria-labelledby={labelId}
        lang="fr"
        suppressContentEditableWarning
        {...(readOnly ? { role: 'group' } : editing)}
      />
      {empty && !readOnly && placeholder && (
        <div className={classes.placeholder} aria-hidden>
          {placeholder}
        </div>
      )}
      {empty && readOnly && <p className={classes.placeholder}>Non renseigné</p>}
      <RemoteCarets editor={editor} bound={bound} awareness={awareness} />
    </div>
  )
}
