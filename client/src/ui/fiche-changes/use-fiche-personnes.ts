import { useMutation } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'

const addPilote = graphql(`
  mutation AddFichePilote($input: AddFichePiloteInput!) {
    addFichePilote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFichePiloteSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removePilote = graphql(`
  mutation RemoveFichePilote($input: RemoveFichePiloteInput!) {
    removeFichePilote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFichePiloteSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const addReferent = graphql(`
  mutation AddFicheReferent($input: AddFicheReferentInput!) {
    addFicheReferent(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheReferentSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeReferent = graphql(`
  mutation RemoveFicheReferent($input: RemoveFicheReferentInput!) {
    removeFicheReferent(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheReferentSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

/** Adds to the pilotes of a fiche by name, and removes from them. */
export function useFichePilotes(ficheId: string) {
  const [add] = useMutation(addPilote)
  const [remove] = useMutation(removePilote)
  return {
    add: async (nom: string) => (await add({ variables: { input: { ficheId, nom } } })).data?.addFichePilote,
    remove: async (personneId: string) =>
      (await remove({ variables: { input: { ficheId, personneId } } })).data?.removeFichePilote,
  }
}

/** Adds to the référents of a fiche by name, and removes from them. */
export function useFicheReferents(ficheId: string) {
  const [add] = useMutation(addReferent)
  const [remove] = useMutation(removeReferent)
  return {
    add: async (nom: string) => (await add({ variables: { input: { ficheId, nom } } })).data?.addFicheReferent,
    remove: async (personneId: string) =>
      (await remove({ variables: { input: { ficheId, personneId } } })).data?.removeFicheReferent,
  }
}
