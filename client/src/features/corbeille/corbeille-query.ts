import { graphql } from '../../gql/gql.ts'

/** What was deleted in a collectivité and that the viewer may restore, the last first. */
export const corbeilleQuery = graphql(`
  query Corbeille($siren: String!, $after: String) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanRestore
      corbeille(first: 100, after: $after) {
        edges {
          node {
            id
            ...CorbeilleLine
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
