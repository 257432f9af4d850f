import { Button, Menu, Text } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { MenuLink } from '../../ui/links.tsx'
import { useCurrentCollectivite } from '../current-collectivite.ts'
import { collectivitesOf, type SignedInViewer } from '../viewer.ts'
import classes from './collectivite-switcher.module.css'

/** Names the collectivité of the page, and goes to another one where the person has several. */
export function CollectiviteSwitcher({ viewer }: { viewer: SignedInViewer }) {
  const current = useCurrentCollectivite(viewer)
  const collectivites = collectivitesOf(viewer)
  const page = useCollectivitePage()

  if (!current) return null
  if (collectivites.length === 1) return <Text className={classes.name}>{current.nom}</Text>
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="inherit"
          className={classes.button}
          rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}
          aria-label={`Collectivité : ${current.nom}. Changer`}
        >
          {current.nom}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {collectivites.map(({ id, siren, nom }) => (
          <MenuLink
            key={id}
            to={page}
            params={{ siren }}
            leftSection={
              siren === current.siren ? <IconCheck size={16} aria-hidden /> : <span className={classes.blank} />
            }
          >
            {nom}
          </MenuLink>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const PAGES = [
  '/collectivites/$siren/plans',
  '/collectivites/$siren/mes-fiches',
  '/collectivites/$siren/indicateurs',
  '/collectivites/$siren/membres',
  '/collectivites/$siren/services',
  '/collectivites/$siren/libelles',
  '/collectivites/$siren/journal',
] as const

/** The page of a collectivité that is shown, to show the same one of another; its first page from anywhere else. */
function useCollectivitePage() {
  const routeIds = useRouterState({ select: ({ matches }) => matches.map((match) => match.routeId).join(' ') })
  return PAGES.find((page) => routeIds.includes(page)) ?? '/collectivites/$siren/pupitre'
}
