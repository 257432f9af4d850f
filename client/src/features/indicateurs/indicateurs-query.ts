import { graphql } from '../../gql/gql.ts'

/** The indicateurs of one collectivité; the following pages are asked with `after`. */
export const indicateursQuery = graphql(`
  query Indicateurs($siren: String!, $after: String) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanCreateIndicateur
      indicateurs(first: 50, after: $after) {
        edges {
          node {
            id
            nom
            ...IndicateurRow
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
