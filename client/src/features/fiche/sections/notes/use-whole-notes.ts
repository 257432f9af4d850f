import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import { useNextPages } from '../../../../lib/graphql/use-next-pages.ts'

const notesPage = graphql(`
  query FicheNotesPage($id: ID!, $after: String!) {
    node(id: $id) {
      id
      ... on Fiche {
        notesSuivi(first: 100, after: $after) {
          edges {
            node {
              id
              uuid
              date
              auteur
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

/** Reads the notes of a fiche that follow its first page: their days and authors, which are small. */
export function useWholeNotes(id: string, pageInfo: Parameters<typeof useNextPages>[0]['pageInfo']): void {
  const apollo = useApolloClient()
  useNextPages({
    pageInfo,
    loadPage: useCallback(
      (after: string) =>
        void apollo
          .query({ query: notesPage, variables: { id, after }, fetchPolicy: 'network-only' })
          .catch(() => undefined),
      [apollo, id],
    ),
  })
}
