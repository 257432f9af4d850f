import { graphql } from '../../gql/gql.ts'

export const updateFichesMutation = graphql(`
  mutation UpdateFiches($input: UpdateFichesInput!) {
    updateFiches(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateFichesSuccess {
        acte
        changees
        inchangees
        refusees {
          ficheId
          titre
          message
        }
      }
    }
  }
`)
