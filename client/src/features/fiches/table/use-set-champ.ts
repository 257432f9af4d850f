import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { useChange } from '../../../ui/fields/use-change.ts'
import type { FicheLine } from '../use-fiches.ts'

const setMutation = graphql(`
  mutation SetLineChampPropre($input: SetFicheChampPropreInput!) {
    setFicheChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on SetFicheChampPropreSuccess {
        fiche {
          id
          ...FicheLineChamps
        }
      }
    }
  }
`)

/** Changes what a fiche says in a champ propre. `show` puts it on the page at once; a refusal takes it back. */
export function useSetChamp(ficheId: string) {
  const [set] = useMutation(setMutation)
  const { change } = useChange()
  return ({ champId, texte, nombre, date, choix, type }: FicheLine['champs'][number], show: () => void) => {
    const said = { TEXTE: { texte }, NOMBRE: { nombre }, DATE: { date }, CHOIX: { choixId: choix?.id ?? null } }[type]
    void change({
      show,
      send: async () => (await set({ variables: { input: { ficheId, champId, ...said } } })).data?.setFicheChampPropre,
    })
  }
}
