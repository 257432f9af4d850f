import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { ariaShortcut, PALETTE_SHORTCUT, shortcutLabel } from '../../lib/keyboard/shortcut.ts'
import { useAppDialogs } from '../dialogs/app-dialogs-context.ts'
import classes from './palette-button.module.css'

/** Opens the palette, and says by which keys: an icon alone where there is no room. */
export function PaletteButton() {
  const { open } = useAppDialogs()

  return (
    <UnstyledButton
      className={classes.button}
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaShortcut(PALETTE_SHORTCUT)}
      onClick={() => open('palette')}
    >
      <IconSearch size={18} stroke={1.8} aria-hidden />
      <span className={classes.words}>Chercher ou agir</span>
      <kbd className={classes.keys}>{shortcutLabel(PALETTE_SHORTCUT)}</kbd>
    </UnstyledButton>
  )
}
