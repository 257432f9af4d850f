import { graphql } from '../../gql/gql.ts'

/** The labels of a kind. The following pages are asked with `after`. */
export const libellesQuery = graphql(`
  query Libelles($siren: String!, $genre: LabelGenre!, $after: String) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanManageLabels
      labels(first: 100, after: $after, genre: $genre) {
        edges {
          node {
            id
            nom
            usagesCount
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
