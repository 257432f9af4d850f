import { Menu, type MenuProps } from '@mantine/core'
import {
  type ButtonHTMLAttributes,
  cloneElement,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import { MenuPartsProvider } from './menu-parts.ts'

export interface OpenMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  button: ReactElement<ButtonHTMLAttributes<HTMLButtonElement> & RefAttributes<HTMLButtonElement>>
  children: ReactNode
  onToggle?: ((opened: boolean) => void) | undefined
}

/** A menu which opens as it comes, with a button of its own in place of the one that asked for it. */
export function OpenMenu({ button, children, onToggle, ...others }: OpenMenuProps) {
  const [opened, setOpened] = useState(false)
  const ownButton = useRef<HTMLButtonElement>(null)
  const toggle = (next: boolean) => {
    setOpened(next)
    onToggle?.(next)
  }
  const open = useEffectEvent(() => toggle(true))
  useEffect(() => {
    ownButton.current?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/set-state-in-effect -- it opens once its button has the focus, which comes back to it
    open()
  }, [])

  return (
    <MenuPartsProvider value={Menu}>
      <Menu {...others} opened={opened} onChange={toggle}>
        <Menu.Target>{cloneElement(button, { ref: ownButton })}</Menu.Target>
        <Menu.Dropdown>{children}</Menu.Dropdown>
      </Menu>
    </MenuPartsProvider>
  )
}
