import { ApolloProvider } from '@apollo/client/react'
import { Group, Text } from '@mantine/core'
import { Link, Outlet, useRouter } from '@tanstack/react-router'
import { AgentLink } from './agent-link.tsx'
import { ColorSchemeToggle } from './color-scheme-toggle.tsx'
import { MAIN_ID, SkipLink } from './skip-link.tsx'
import { useFocusOnNewPage } from './app-shell.tsx'
import headerClasses from './app-header.module.css'
import classes from './app-shell.module.css'

/** What surrounds the pages that anybody reads: the observatory's name, and the way in for agents. */
export function VisitorShell() {
  const { visitorApollo } = useRouter().options.context
  useFocusOnNewPage()

  return (
    <ApolloProvider client={visitorApollo}>
      <SkipLink />
      <header className={headerClasses.header}>
        <Link to="/observatoire" className={headerClasses.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <Text component="span" fw={700} size="lg">
            Pupitre
          </Text>
          <Text component="span" size="lg" visibleFrom="xs">
            Observatoire
          </Text>
        </Link>
        <Group gap={4} ml="auto" wrap="nowrap">
          <ColorSchemeToggle />
          <AgentLink />
        </Group>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </ApolloProvider>
  )
}
