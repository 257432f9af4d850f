import { useReadQuery } from '@apollo/client/react'
import { Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { fr } from '../../lib/text/french.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { FichePartageeRow, PlanPartageRow } from './partage-rows.tsx'

const route = getRouteApi('/app/partages')

/** What other collectivités opened to the viewer, one plan or one fiche at a time. */
export function PartagesPage() {
  const { plans, fiches } = useReadQuery(route.useLoaderData()).data
  const nothing = plans.edges.length + fiches.edges.length === 0

  return (
    <Page title="Partagés avec moi">
      <PageHeader title="Partagés avec moi" details="Ce que d’autres collectivités vous ont ouvert" />
      {nothing && (
        <EmptyState title="Rien pour l’instant">
          {fr`Quand une autre collectivité vous ouvre un plan ou une fiche, à vous ou à votre service, vous le trouvez ici.`}
        </EmptyState>
      )}
      <Stack gap="xl">
        {plans.edges.length > 0 && (
          <List title="Plans" whole={!plans.pageInfo.hasNextPage}>
            {plans.edges.map(({ node }) => (
              <PlanPartageRow key={node.id} plan={node} />
            ))}
          </List>
        )}
        {fiches.edges.length > 0 && (
          <List title="Fiches" whole={!fiches.pageInfo.hasNextPage}>
            {fiches.edges.map(({ node }) => (
              <FichePartageeRow key={node.id} fiche={node} />
            ))}
          </List>
        )}
      </Stack>
    </Page>
  )
}

function List({ title, whole, children }: { title: string; whole: boolean; children: ReactNode }) {
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>{title}</Title>
      <Surface>
        <PlainList>{children}</PlainList>
      </Surface>
      {!whole && (
        <Text size="sm" c="dimmed">
          Les 100 premiers seulement.
        </Text>
      )}
    </Stack>
  )
}
