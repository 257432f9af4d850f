import { ActionIcon, Menu } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useInSettings } from '../settings/settings-pages.ts'
import { MenuLink } from '../../ui/links.tsx'
import { useCurrentCollectivite } from '../current-collectivite.ts'
import type { SignedInViewer } from '../viewer.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './main-navigation.module.css'

/** The pages of a collectivité, in the order of their use. */
const PAGES = [
  { to: '/collectivites/$siren/pupitre', label: 'Mon pupitre' },
  { to: '/collectivites/$siren/mes-fiches', label: 'Mes fiches' },
  { to: '/collectivites/$siren/plans', label: 'Plans' },
  { to: '/collectivites/$siren/fiches', label: 'Fiches' },
  { to: '/collectivites/$siren/indicateurs', label: 'Indicateurs' },
  { to: '/collectivites/$siren/journal', label: 'Journal' },
  { to: '/collectivites/$siren/corbeille', label: 'Corbeille' },
  { to: '/collectivites/$siren/membres', label: 'Réglages' },
] as const

/** Goes to the pages of the collectivité that one is in: a row of links, or a menu where there is no room for them. */
export function MainNavigation({ viewer }: { viewer: SignedInViewer }) {
  const collectivite = useCurrentCollectivite(viewer)
  const inSettings = useInSettings()

  if (!collectivite) return null
  const { siren } = collectivite
  return (
    <nav aria-label="Navigation principale" className={classes.navigation}>
      <PlainList className={classes.links}>
        {PAGES.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ siren }}
              className={classes.link}
              activeProps={{ 'aria-current': 'page' }}
              {...(label === 'Réglages' && inSettings && { 'aria-current': 'true' as const })}
            >
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
