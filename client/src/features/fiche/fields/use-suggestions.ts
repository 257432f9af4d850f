import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import type { LabelGenre } from '../../../gql/graphql.ts'
import { useSearch } from '../../../ui/fields/use-search.ts'

const labelsQuery = graphql(`
  query SuggestedLabels($siren: String!, $genre: LabelGenre!, $recherche: String) {
    collectivite(siren: $siren) {
      id
      labels(first: 30, genre: $genre, recherche: $recherche) {
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

const thematiquesQuery = graphql(`
  query Thematiques {
    thematiques {
      code
      nom
      sousThematiques {
        code
        nom
      }
    }
  }
`)

interface Edges {
  edges: readonly { node: { id: string; nom: string } }[]
}

function nomsOf(connection: Edges | undefined): string[] {
  return [...new Set(connection?.edges.map(({ node }) => node.nom) ?? [])]
}

/** Labels of one list of a collectivité, for what is typed. */
export function useSuggestedLabels(siren: string, genre: LabelGenre) {
  const { recherche, onSearch } = useSearch()
  const { data, previousData } = useQuery(labelsQuery, {
    variables: { siren, genre, recherche },
    fetchPolicy: 'cache-and-network',
  })
  return { suggestions: nomsOf((data ?? previousData)?.collectivite?.labels), onSearch }
}

/** The thématiques with their sous-thématiques: reference data, asked once. */
export function useThematiques() {
  const { data } = useQuery(thematiquesQuery, { fetchPolicy: 'cache-first' })
  return data?.thematiques ?? []
}
