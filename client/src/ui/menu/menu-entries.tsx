import type {
  MenuDividerProps,
  MenuItemProps,
  MenuLabelProps,
  MenuRadioGroupProps,
  MenuRadioItemProps,
} from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { useMenuParts } from './menu-parts.ts'

/** An entry of a menu which does something. */
export function MenuEntry(props: MenuItemProps & Omit<ComponentProps<'button'>, keyof MenuItemProps>) {
  const { Item } = useMenuParts()
  return <Item {...props} />
}

/** An entry of a menu which goes to a page of ours. */
export const MenuLink = createLink((props: MenuItemProps & Omit<ComponentProps<'a'>, keyof MenuItemProps>) => {
  const { Item } = useMenuParts()
  return <Item component="a" {...props} />
})

export function MenuLabel(props: MenuLabelProps) {
  const { Label } = useMenuParts()
  return <Label {...props} />
}

export function MenuDivider(props: MenuDividerProps) {
  const { Divider } = useMenuParts()
  return <Divider {...props} />
}

export function MenuRadioGroup(props: MenuRadioGroupProps) {
  const { RadioGroup } = useMenuParts()
  return <RadioGroup {...props} />
}

export function MenuRadio(props: MenuRadioItemProps) {
  const { RadioItem } = useMenuParts()
  return <RadioItem {...props} />
}
