import { useMutation } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import type { UpdateFicheInput } from '../../gql/graphql.ts'
import { useChange } from '../fields/use-change.ts'

const updateFiche = graphql(`
  mutation UpdateFiche($input: UpdateFicheInput!) {
    updateFiche(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateFicheSuccess {
        fiche {
          id
          ...FicheFacts
          ...FicheCharacteristics
        }
      }
    }
  }
`)

/** Changes fields of a fiche: only those that are named. `show` puts the value on the page at once; a refusal takes it back. */
export function useUpdateFiche(ficheId: string) {
  const [update] = useMutation(updateFiche)
  const { change } = useChange()
  return (fields: Omit<UpdateFicheInput, 'ficheId'>, show: () => void) =>
    void change({
      show,
      send: async () => (await update({ variables: { input: { ficheId, ...fields } } })).data?.updateFiche,
    })
}
