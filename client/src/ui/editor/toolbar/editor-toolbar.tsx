import type { LexicalEditor } from 'lexical'
import { runAction } from '../editor-actions.ts'
import type { EditorState } from '../editor-state.ts'
import { LinkButton } from './link-button.tsx'
import { ToolbarButton } from './toolbar-button.tsx'
import { TOOLBAR_GROUPS } from './toolbar-items.ts'
import { useRovingFocus } from './use-roving-focus.ts'
import classes from './toolbar.module.css'

/** The commands of one text. */
export function EditorToolbar({
  editor,
  state,
  label,
  contentId,
  linkOpen,
  onLinkOpen,
}: {
  editor: LexicalEditor
  state: EditorState
  label: string
  /** Id of the text that it commands. */
  contentId: string
  linkOpen: boolean
  onLinkOpen: (open: boolean) => void
}) {
  const roving = useRovingFocus()
  return (
    <div
      role="toolbar"
      aria-label={`Mise en forme : ${label}`}
      aria-controls={contentId}
      className={classes.toolbar}
      {...roving}
    >
      {TOOLBAR_GROUPS.map((group, index) => (
        <div key={group[0]?.label} className={classes.group}>
          {group.map(({ label: itemLabel, icon, shortcut, action, pressed, disabled }) => (
            <ToolbarButton
              key={itemLabel}
              label={itemLabel}
              icon={icon}
              shortcut={shortcut}
              pressed={pressed?.(state)}
              disabled={disabled?.(state)}
              onClick={() => runAction(editor, action)}
            />
          ))}
          {index === 0 && <LinkButton editor={editor} link={state.link} open={linkOpen} onOpen={onLinkOpen} />}
        </div>
      ))}
    </div>
  )
}
