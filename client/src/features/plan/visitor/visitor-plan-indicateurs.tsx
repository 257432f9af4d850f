import { useQuery } from '@apollo/client/react'
import { Text, Title } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import { IndicateurRow } from '../../../ui/indicateur/indicateur-row.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import { Surface } from '../../../ui/surface.tsx'

/** Asked apart from the plan: with its axes and its fiches, they would be too much for one request. */
const planIndicateurs = graphql(`
  query VisitorPlanIndicateurs($uuid: UUID!) {
    plan(uuid: $uuid) {
      id
      indicateurs(first: 100) {
        edges {
          node {
            id
            ...IndicateurRow
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

/** What a public plan is measured by, with the last values; nothing where there is nothing. */
export function VisitorPlanIndicateurs({ uuid }: { uuid: string }) {
  const { data } = useQuery(planIndicateurs, { variables: { uuid } })
  const indicateurs = data?.plan?.indicateurs

  if (!indicateurs || indicateurs.edges.length === 0) return null
  return (
    <Surface p="md">
      <section aria-labelledby="indicateurs">
        <Title order={2} size="h4" id="indicateurs" mb="xs">
          Indicateurs
        </Title>
        <PlainList>
          {indicateurs.edges.map(({ node }) => (
            <IndicateurRow key={node.id} indicateur={node} narrow linked={false} />
          ))}
        </PlainList>
        {indicateurs.pageInfo.hasNextPage && (
          <Text size="sm" c="dimmed">
            Les cent premiers, par nom.
          </Text>
        )}
      </section>
    </Surface>
  )
}
