import type { Menu } from '@mantine/core'
import { createContext, use } from 'react'

/** The parts of an open menu, whose code comes with it. */
export type MenuParts = Pick<typeof Menu, 'Item' | 'Label' | 'Divider' | 'RadioGroup' | 'RadioItem'>

const MenuPartsContext = createContext<MenuParts | null>(null)

export const MenuPartsProvider = MenuPartsContext.Provider

export function useMenuParts(): MenuParts {
  const parts = use(MenuPartsContext)
  if (!parts) throw new Error('an entry of a menu outside a menu')
  return parts
}
