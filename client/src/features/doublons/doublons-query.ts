import { graphql } from '../../gql/gql.ts'

/** The pairs of fiches of a collectivité that may be one, the closest first. */
export const doublonsQuery = graphql(`
  query Doublons($siren: String!) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      doublonsPossibles(first: 50) {
        edges {
          node {
            fiche {
              id
              uuid
              titre
            }
            autre {
              id
              uuid
              titre
            }
            ...DoublonPair
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)
