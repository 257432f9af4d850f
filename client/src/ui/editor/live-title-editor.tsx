import { mergeRegister } from '@lexical/utils'
import type { LexicalEditor } from 'lexical'
import { COMMAND_PRIORITY_NORMAL, FORMAT_TEXT_COMMAND, KEY_ENTER_COMMAND } from 'lexical'
import { useId } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { RemoteCarets } from './remote-carets.tsx'
import { useIsEmpty } from './use-is-empty.ts'
import { useTextEditor } from './use-text-editor.ts'
import { useTextLength } from './use-text-length.ts'
import classes from './live-title-editor.module.css'

/** Advice, not a limit: an import or the API refuses more. */
const ADVISED_LENGTH = 300

export interface LiveTitleEditorProps {
  doc: Y.Doc
  awareness: Awareness | null
  /** Name of the root text. */
  field?: string
  label?: string
  readOnly: boolean
  /** Shown while there is no title. */
  placeholder?: string
}

/** One line without marks: Entrée leaves it, and a pasted line end is a space. */
function registerOneLine(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        event?.preventDefault()
        if (!editor.isComposing()) editor.blur()
        return true
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(FORMAT_TEXT_COMMAND, () => true, COMMAND_PRIORITY_NORMAL),
  )
}

/** The title, written by several people at once. It is the page's first heading. */
export function LiveTitleEditor({
  doc,
  awareness,
  field = 'titre',
  label = 'Titre de la fiche',
  readOnly,
  placeholder = 'Fiche sans titre',
}: LiveTitleEditorProps) {
  const id = useId()
  const { editor, bound, ref } = useTextEditor({
    doc,
    awareness,
    field,
    readOnly,
    singleLine: true,
    register: registerOneLine,
  })
  const empty = useIsEmpty(editor, bound)
  const tooLong = useTextLength(doc, field) > ADVISED_LENGTH

  const editing = {
    role: 'textbox',
    contentEditable: true,
    'aria-label': label,
    'aria-placeholder': placeholder,
    'aria-describedby': tooLong ? id : undefined,
    spellCheck: true,
  } as const
  return (
    <div>
      <div className={classes.frame}>
        {readOnly ? (
          // oxlint-disable-next-line jsx-a11y/heading-has-content -- the editor fills it
          <h1 ref={ref} className={classes.content} />
        ) : (
          <div ref={ref} className={classes.content} suppressContentEditableWarning lang="fr" {...editing} />
        )}
        {empty && (
          <div className={classes.placeholder} aria-hidden>
            {placeholder}
          </div>
        )}
        <RemoteCarets editor={editor} bound={bound} awareness={awareness} />
      </div>
      {tooLong && !readOnly && (
        <p className={classes.advice} id={id}>
          Titre long{'\u00a0'}: {ADVISED_LENGTH} caractères au plus sont conseillés.
        </p>
      )}
    </div>
  )
}
