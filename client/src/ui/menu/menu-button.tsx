import { cloneElement, type ComponentType, useEffect, useState } from 'react'
import { brought, showNotBrought } from '../on-demand.tsx'
import type { OpenMenuProps } from './open-menu.tsx'

const code = brought(() => import('./open-menu.tsx').then(({ OpenMenu }) => OpenMenu))

const bringAhead = () => void code.bring().catch(() => undefined)

/**
 * A button and the menu that it opens, of which a page has many: only the one opened is a real menu, and its code comes apart from the page's.
 *
 * @param onToggle told whether it is open
 */
export function MenuButton({ button, ...menu }: OpenMenuProps) {
  const [Menu, setMenu] = useState<ComponentType<OpenMenuProps> | null>(null)
  useEffect(() => code.bringAtRest(), [])

  if (Menu) return <Menu button={button} {...menu} />
  return cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: bringAhead,
    onFocus: bringAhead,
    onClick: () => void code.bring().then((part) => setMenu(() => part), showNotBrought),
  })
}
