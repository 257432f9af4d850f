import { useMutation } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'

const addService = graphql(`
  mutation AddFicheService($input: AddFicheServiceInput!) {
    addFicheService(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheServiceSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeService = graphql(`
  mutation RemoveFicheService($input: RemoveFicheServiceInput!) {
    removeFicheService(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheServiceSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

/** Adds services to those that pilot a fiche, by id, and removes them. */
export function useFicheServices(ficheId: string) {
  const [add] = useMutation(addService)
  const [remove] = useMutation(removeService)
  return {
    add: async (serviceId: string) =>
      (await add({ variables: { input: { ficheId, serviceId } } })).data?.addFicheService,
    remove: async (serviceId: string) =>
      (await remove({ variables: { input: { ficheId, serviceId } } })).data?.removeFicheService,
  }
}
