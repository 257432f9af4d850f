import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './tree-row.module.css'

/** The menu of a line; a tree has hundreds of them, so that only the one opened is a real menu. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const [used, setUsed] = useState(false)
  const [opened, setOpened] = useState(false)
  const open = () => {
    setUsed(true)
    setOpened(true)
  }
  const button = (
    <button type="button" className={classes.menu} aria-label={`Actions sur ${name}`} aria-haspopup="menu">
      <IconDots size={18} stroke={1.8} aria-hidden />
    </button>
  )

  if (!used) {
    return (
      <span className={classes.actions}>
        <button
          type="button"
          className={classes.menu}
          aria-label={`Actions sur ${name}`}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={open}
        >
          <IconDots size={18} stroke={1.8} aria-hidden />
        </button>
      </span>
    )
  }
  return (
    <span className={classes.actions} data-opened={opened || undefined}>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" shadow="md">
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>{children}</Menu.Dropdown>
      </Menu>
    </span>
  )
}
