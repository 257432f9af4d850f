import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'

const deletePlanModeleMutation = graphql(`
  mutation DeletePlanModele($input: DeletePlanModeleInput!) {
    deletePlanModele(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeletePlanModeleSuccess {
        collectivite {
          id
          planModeles {
            id
          }
        }
      }
    }
  }
`)

/** Deletes a model: its line goes with it. */
export function useDeleteModele(modeleId: string): { remove: () => Promise<void>; deleting: boolean } {
  const [run, { loading }] = useMutation(deletePlanModeleMutation)
  return {
    deleting: loading,
    remove: async () => {
      const { data } = await run({ variables: { input: { modeleId } } }).catch(() => ({ data: null }))
      if (data?.deletePlanModele.__typename !== 'DeletePlanModeleSuccess')
        showRefusal(data?.deletePlanModele.message ?? UNEXPECTED_ERROR)
    },
  }
}
