import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { useSearch } from './use-search.ts'

const personnesQuery = graphql(`
  query SuggestedPersonnes($siren: String!, $recherche: String) {
    collectivite(siren: $siren) {
      id
      personnes(first: 100, recherche: $recherche) {
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

/** The people of a collectivité, for what is typed: their names, and who of them bears one alone. */
export function useSuggestedPersonnes(siren: string) {
  const { recherche, onSearch } = useSearch()
  const { data, previousData } = useQuery(personnesQuery, {
    variables: { siren, recherche },
    fetchPolicy: 'cache-and-network',
  })
  const found = (data ?? previousData)?.collectivite?.personnes.edges.map(({ node }) => node) ?? []
  const idOf = (nom: string) => {
    const [one, ...homonyms] = found.filter((personne) => personne.nom === nom)
    return homonyms.length === 0 ? one?.id : undefined
  }
  return { suggested: { suggestions: [...new Set(found.map(({ nom }) => nom))], onSearch }, idOf }
}
