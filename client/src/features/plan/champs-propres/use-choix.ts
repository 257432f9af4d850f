import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { isDone } from './use-champs.ts'

const addMutation = graphql(`
  mutation AddChampPropreChoix($input: AddChampPropreChoixInput!) {
    addChampPropreChoix(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddChampPropreChoixSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

const renameMutation = graphql(`
  mutation UpdateChampPropreChoix($input: UpdateChampPropreChoixInput!) {
    updateChampPropreChoix(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateChampPropreChoixSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveChampPropreChoix($input: RemoveChampPropreChoixInput!) {
    removeChampPropreChoix(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveChampPropreChoixSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

/** Adds an answer to a field of choices, renames one and takes one away; each answers whether it was done. */
export function useChoix() {
  const [add] = useMutation(addMutation)
  const [rename] = useMutation(renameMutation)
  const [remove] = useMutation(removeMutation)
  return {
    add: (input: { champId: string; nom: string }) =>
      isDone(add({ variables: { input } }).then(({ data }) => data?.addChampPropreChoix)),
    rename: (input: { choixId: string; nom: string }) =>
      isDone(rename({ variables: { input } }).then(({ data }) => data?.updateChampPropreChoix)),
    remove: (choixId: string) =>
      isDone(remove({ variables: { input: { choixId } } }).then(({ data }) => data?.removeChampPropreChoix)),
  }
}
