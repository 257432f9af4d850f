import { ActionIcon } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { Ref } from 'react'
import { ariaShortcut, shortcutLabel, type Shortcut } from '../../../lib/keyboard/shortcut.ts'
import tip from '../../tip.module.css'
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
  tabIndex,
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
  /** As it is at first: the toolbar changes it. */
  tabIndex?: number | undefined
}) {
  return (
    <ActionIcon
      ref={ref}
      tabIndex={tabIndex}
      className={`${classes.button} ${tip.tip}`}
      style={{ overflow: 'visible' }}
      data-tip={shortcut ? `${label} (${shortcutLabel(shortcut)})` : label}
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
  )
}
