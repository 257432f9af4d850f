import { ActionIcon, Menu } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { MenuLink } from '../../ui/links.tsx'
import { useCurrentCollectivite } from '../current-collectivite.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './main-navigation.module.css'

/** The pages of a collectivité, in the order of their use. */
const PAGES = [
  { to: '/collectivites/$siren/mes-fiches', label: 'Mes fiches' },
  { to: '/collectivites/$siren/plans', label: 'Plans' },
  { to: '/collectivites/$siren/indicateurs', label: 'Indicateurs' },
  { to: '/collectivites/$siren/membres', label: 'Membres' },
  { to: '/collectivites/$siren/journal', label: 'Journal' },
  { to: '/collectivites/$siren/corbeille', label: 'Corbeille' },
] as const

/** Goes to the pages of the collectivité that one is in: a row of links, or a menu where there is no room for them. */
export function MainNavigation() {
  const siren = useCurrentCollectivite()

  if (!siren) return null
  return (
    <nav aria-label="Navigation principale" className={classes.navigation}>
      <PlainList className={classes.links}>
        {PAGES.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} params={{ siren }} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
              {label}
            </Link>
          </li>
        ))}
      </PlainList>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="inherit" className={classes.menu} aria-label="Pages">
            <IconMenu2 size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {PAGES.map(({ to, label }) => (
            <MenuLink key={to} to={to} params={{ siren }}>
              {label}
            </MenuLink>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  )
}
