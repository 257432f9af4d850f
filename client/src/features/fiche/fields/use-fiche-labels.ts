import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import type { FicheLabelGenre } from '../../../gql/graphql.ts'

const addLabel = graphql(`
  mutation AddFicheLabel($input: AddFicheLabelInput!) {
    addFicheLabel(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheLabelSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeLabel = graphql(`
  mutation RemoveFicheLabel($input: RemoveFicheLabelInput!) {
    removeFicheLabel(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheLabelSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

/** Adds labels of one list to a fiche by name, and removes them. */
export function useFicheLabels(ficheId: string, genre: FicheLabelGenre) {
  const [add] = useMutation(addLabel)
  const [remove] = useMutation(removeLabel)
  return {
    add: async (nom: string) => (await add({ variables: { input: { ficheId, genre, nom } } })).data?.addFicheLabel,
    remove: async (labelId: string) =>
      (await remove({ variables: { input: { ficheId, labelId } } })).data?.removeFicheLabel,
  }
}
