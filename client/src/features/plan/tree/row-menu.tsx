import { IconDots } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import classes from './tree-row.module.css'

/** The menu of a line. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false)

  return (
    <span className={classes.actions} data-opened={opened || undefined}>
      <MenuButton
        position="bottom-end"
        onToggle={setOpened}
        button={
          <button type="button" className={classes.menu} aria-label={`Actions sur ${name}`}>
            <IconDots size={18} stroke={1.8} aria-hidden />
          </button>
        }
      >
        {children}
      </MenuButton>
    </span>
  )
}
