import { graphql } from '../../../gql/gql.ts'

/** The places of a fiche, by the names of the two axes above each; the breadcrumbs name them all. */
export const fichePlacements = graphql(`
  fragment FichePlacements on Fiche {
    id
    viewerCanMove
    parent {
      id
    }
    collectivite {
      id
      siren
    }
    placements(first: 100) {
      edges {
        node {
          id
          plan {
            id
            uuid
            nom
            archivedAt
            viewerCanUpdate
          }
          axe {
            id
            nom
          }
        }
      }
    }
  }
`)
