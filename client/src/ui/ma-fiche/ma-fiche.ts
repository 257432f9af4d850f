import { graphql } from '../../gql/gql.ts'

export const maFiche = graphql(`
  fragment MaFiche on Fiche {
    uuid
    titre
    statut
    dateDebut
    dateFin
    placements(first: 3) {
      edges {
        node {
          id
          plan {
            id
            nom
          }
        }
      }
    }
  }
`)
