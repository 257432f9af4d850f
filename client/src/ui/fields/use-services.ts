import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'

const servicesQuery = graphql(`
  query SuggestedServices($siren: String!) {
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
    }
  }
`)

/** The services of a collectivité, to choose from. */
export function useServices(siren: string) {
  const { data } = useQuery(servicesQuery, { variables: { siren } })
  return data?.collectivite?.services.edges.map(({ node }) => node) ?? []
}
