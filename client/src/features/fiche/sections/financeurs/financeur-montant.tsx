import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import { MontantInput } from '../montant-input.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'

const updateMutation = graphql(`
  mutation UpdateFicheFinanceur($input: UpdateFicheFinanceurInput!) {
    updateFicheFinanceur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateFicheFinanceurSuccess {
        fiche {
          id
          ...FicheFinanceurs
        }
      }
    }
  }
`)

/** The amount that the financeurs of a line share; empty: not known. */
export function FinanceurMontant({
  ligneId,
  names,
  montantHt,
}: {
  ligneId: string
  names: string
  montantHt: string | null
}) {
  const [shown, show] = useOptimistic(montantHt)
  const [update] = useMutation(updateMutation)
  const { change } = useChange()

  return (
    <MontantInput
      label={`Montant de ${names}, en euros hors taxes`}
      montant={shown}
      unite="EUROS_HT"
      placeholder="Inconnu"
      onKeep={(montant) =>
        void change({
          show: () => show(montant),
          send: async () =>
            (await update({ variables: { input: { ligneId, montantHt: montant } } })).data?.updateFicheFinanceur,
        })
      }
    />
  )
}
