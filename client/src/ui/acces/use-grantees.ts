import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { type Grantee, membreGrantee, serviceGrantee } from './grantee.ts'

const granteesQuery = graphql(`
  query Grantees($siren: String!) {
    collectivite(siren: $siren) {
      id
      services(first: 100) {
        edges {
          node {
            id
            nom
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      membres(first: 100) {
        edges {
          node {
            id
            nom
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

/** To whom of a collectivité something may be granted: its services and its members, by name; the first hundred of each. */
export function useGrantees(siren: string): { services: Grantee[]; membres: Grantee[] } {
  const { data } = useQuery(granteesQuery, { variables: { siren }, fetchPolicy: 'cache-and-network' })
  const { services, membres } = data?.collectivite ?? {}
  return {
    services: services?.edges.map(({ node }) => serviceGrantee(node)) ?? [],
    membres: (membres?.edges.map(({ node }) => membreGrantee(node)) ?? []).toSorted((one, other) =>
      one.nom.localeCompare(other.nom, 'fr'),
    ),
  }
}
