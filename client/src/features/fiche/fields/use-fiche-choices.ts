import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { CIBLE_LABELS, EFFET_LABELS } from '../../../lib/vocabulary/fiche-choices.ts'
import { keyOf } from './key-of.ts'

const addCible = graphql(`
  mutation AddFicheCible($input: AddFicheCibleInput!) {
    addFicheCible(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheCibleSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeCible = graphql(`
  mutation RemoveFicheCible($input: RemoveFicheCibleInput!) {
    removeFicheCible(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheCibleSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const addEffetAttendu = graphql(`
  mutation AddFicheEffetAttendu($input: AddFicheEffetAttenduInput!) {
    addFicheEffetAttendu(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheEffetAttenduSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeEffetAttendu = graphql(`
  mutation RemoveFicheEffetAttendu($input: RemoveFicheEffetAttenduInput!) {
    removeFicheEffetAttendu(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheEffetAttenduSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

/** Adds cibles to a fiche, and removes them. */
export function useFicheCibles(ficheId: string) {
  const [add] = useMutation(addCible)
  const [remove] = useMutation(removeCible)
  return {
    add: async (value: string) =>
      (await add({ variables: { input: { ficheId, cible: keyOf(CIBLE_LABELS, value) } } })).data?.addFicheCible,
    remove: async (value: string) =>
      (await remove({ variables: { input: { ficheId, cible: keyOf(CIBLE_LABELS, value) } } })).data?.removeFicheCible,
  }
}

/** Adds effets attendus to a fiche, and removes them. */
export function useFicheEffetsAttendus(ficheId: string) {
  const [add] = useMutation(addEffetAttendu)
  const [remove] = useMutation(removeEffetAttendu)
  return {
    add: async (value: string) =>
      (await add({ variables: { input: { ficheId, effet: keyOf(EFFET_LABELS, value) } } })).data?.addFicheEffetAttendu,
    remove: async (value: string) =>
      (await remove({ variables: { input: { ficheId, effet: keyOf(EFFET_LABELS, value) } } })).data
        ?.removeFicheEffetAttendu,
  }
}
