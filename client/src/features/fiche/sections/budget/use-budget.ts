import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { useChange } from '../../../../ui/fields/use-change.ts'
import { type BudgetKey, type BudgetLigne, findLigne, withMontant } from './budget-grid.ts'

export const ficheBudget = graphql(`
  fragment FicheBudget on Fiche {
    id
    viewerCanUpdate
    budgets {
      id
      type
      unite
      nature
      annee
      montant
    }
  }
`)

const addMutation = graphql(`
  mutation AddFicheBudget($input: AddFicheBudgetInput!) {
    addFicheBudget(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheBudgetSuccess {
        fiche {
          id
          ...FicheBudget
        }
      }
    }
  }
`)

const updateMutation = graphql(`
  mutation UpdateFicheBudget($input: UpdateFicheBudgetInput!) {
    updateFicheBudget(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateFicheBudgetSuccess {
        fiche {
          id
          ...FicheBudget
        }
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveFicheBudget($input: RemoveFicheBudgetInput!) {
    removeFicheBudget(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheBudgetSuccess {
        fiche {
          id
          ...FicheBudget
        }
      }
    }
  }
`)

/** The lines of a fiche's budget, and the way to put, change or take away the amount of one. */
export function useBudget(fiche: FragmentType<typeof ficheBudget>) {
  const { id: ficheId, viewerCanUpdate, budgets } = readFragment(ficheBudget, fiche)
  const stored = budgets.map((ligne): BudgetLigne => ({ ...ligne, annee: ligne.annee ?? null }))
  const [lignes, show] = useOptimistic(stored, withMontant)
  const [add] = useMutation(addMutation)
  const [update] = useMutation(updateMutation)
  const [remove] = useMutation(removeMutation)
  const { change } = useChange()

  async function send({ montant, ...key }: BudgetKey & { montant: string | null }) {
    const there = findLigne(stored, key)
    if (montant === null) {
      if (!there) return { __typename: 'NothingSuccess' }
      return (await remove({ variables: { input: { ligneId: there.id } } })).data?.removeFicheBudget
    }
    if (there) return (await update({ variables: { input: { ligneId: there.id, montant } } })).data?.updateFicheBudget
    return (await add({ variables: { input: { ficheId, ...key, montant } } })).data?.addFicheBudget
  }

  return {
    readOnly: !viewerCanUpdate,
    lignes,
    put: (asked: BudgetKey & { montant: string | null }) =>
      void change({ show: () => show(asked), send: () => send(asked) }),
  }
}
