import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { Ref } from 'react'
import { ariaShortcut, shortcutLabel, type Shortcut } from '../../../lib/keyboard/shortcut.ts'
import classes from './toolbar.module.css'

/** One button of the toolbar; a disabled one keeps its place among the arrow keys. */
export function ToolbarButton({
  label,
  icon: ButtonIcon,
  shortcut,
  pressed,
  disabled = false,
  expanded,
  onClick,
  ref,
}: {
  label: string
  icon: Icon
  shortcut?: Shortcut | undefined
  pressed?: boolean | undefined
  disabled?: boolean | undefined
  /** For a button that opens a dialog: whether it is open. */
  expanded?: boolean
  onClick: () => void
  ref?: Ref<HTMLButtonElement>
}) {
  return (
    <Tooltip label={shortcut ? `${label} (${shortcutLabel(shortcut)})` : label} openDelay={400}>
      <ActionIcon
        ref={ref}
        className={classes.button}
        data-toolbar-button
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        aria-expanded={expanded}
        aria-haspopup={expanded === undefined ? undefined : 'dialog'}
        aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
        // The text keeps its focus and its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!disabled) onClick()
        }}
      >
        <ButtonIcon size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
