import { graphql } from '../../gql/gql.ts'

/** A grant, and whom it names. */
export const octroiFragment = graphql(`
  fragment Octroi on Octroi {
    id
    niveau
    membre {
      id
      nom
    }
    service {
      id
      nom
      collectivite {
        id
        siren
        nom
      }
    }
    email
  }
`)
