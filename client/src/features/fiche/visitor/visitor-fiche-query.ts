import { graphql } from '../../../gql/gql.ts'

/** A public fiche, as anybody reads it. */
export const visitorFicheQuery = graphql(`
  query VisitorFiche($uuid: UUID!) {
    fiche(uuid: $uuid) {
      id
      ...PublicFiche
    }
  }
`)
