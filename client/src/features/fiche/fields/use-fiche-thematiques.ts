import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'

const addThematique = graphql(`
  mutation AddFicheThematique($input: AddFicheThematiqueInput!) {
    addFicheThematique(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheThematiqueSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeThematique = graphql(`
  mutation RemoveFicheThematique($input: RemoveFicheThematiqueInput!) {
    removeFicheThematique(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheThematiqueSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const addSousThematique = graphql(`
  mutation AddFicheSousThematique($input: AddFicheSousThematiqueInput!) {
    addFicheSousThematique(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheSousThematiqueSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

const removeSousThematique = graphql(`
  mutation RemoveFicheSousThematique($input: RemoveFicheSousThematiqueInput!) {
    removeFicheSousThematique(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheSousThematiqueSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

/** Adds thématiques to a fiche by their codes, and removes them. */
export function useFicheThematiques(ficheId: string) {
  const [add] = useMutation(addThematique)
  const [remove] = useMutation(removeThematique)
  return {
    add: async (code: string) => (await add({ variables: { input: { ficheId, code } } })).data?.addFicheThematique,
    remove: async (code: string) =>
      (await remove({ variables: { input: { ficheId, code } } })).data?.removeFicheThematique,
  }
}

/** Adds sous-thématiques to a fiche by their codes, and removes them. */
export function useFicheSousThematiques(ficheId: string) {
  const [add] = useMutation(addSousThematique)
  const [remove] = useMutation(removeSousThematique)
  return {
    add: async (code: string) => (await add({ variables: { input: { ficheId, code } } })).data?.addFicheSousThematique,
    remove: async (code: string) =>
      (await remove({ variables: { input: { ficheId, code } } })).data?.removeFicheSousThematique,
  }
}
