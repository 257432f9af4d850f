import { graphql } from '../../gql/gql.ts'

export const compteQuery = graphql(`
  query Compte {
    viewer {
      uuid
      nom
      email
      emailVerifie
      sessions {
        uuid
        navigateur
        createdAt
        lastUsedAt
        estCelleCi
      }
    }
  }
`)
