import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { seeingAs } from '../../lib/seeing-as.ts'
import { useViewer } from '../viewer.ts'
import { CollectiviteSwitcher } from './collectivite-switcher.tsx'
import { ColorSchemeToggle } from './color-scheme-toggle.tsx'
import { LeftWordsLink } from './left-words-link.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { PaletteButton } from './palette-button.tsx'
import { UserMenu } from './user-menu.tsx'
import classes from './app-header.module.css'

/** The product, the collectivité, the person. */
export function AppHeader() {
  const viewer = useViewer()

  return (
    <header className={classes.header}>
      <Link to="/" className={classes.brand} aria-label="Pupitre, accueil">
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <Text component="span" fw={700} size="lg" visibleFrom="xs">
          Pupitre
        </Text>
      </Link>
      <CollectiviteSwitcher viewer={viewer} />
      <MainNavigation viewer={viewer} />
      <Group gap={4} ml="auto" wrap="nowrap">
        <PaletteButton />
        <LeftWordsLink userId={viewer.uuid} />
        <ColorSchemeToggle />
        {!seeingAs && <UserMenu viewer={viewer} />}
      </Group>
    </header>
  )
}
