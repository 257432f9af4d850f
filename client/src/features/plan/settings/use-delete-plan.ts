import { useApolloClient } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { notifications } from '@mantine/notifications'
import { fr } from '../../../lib/text/french.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'

const deletePlanMutation = graphql(`
  mutation DeletePlan($input: DeletePlanInput!) {
    deletePlan(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

/** Puts a plan into the corbeille; answers whether it is there. */
export function useDeletePlan({ id, nom }: { id: string; nom: string }): () => Promise<boolean> {
  const apollo = useApolloClient()
  return async () => {
    const { data } = await apollo
      .mutate({ mutation: deletePlanMutation, variables: { input: { planId: id } } })
      .catch(() => ({ data: null }))
    if (data?.deletePlan.__typename !== 'DeletePlanSuccess') {
      showRefusal(data?.deletePlan.message ?? UNEXPECTED_ERROR)
      return false
    }
    notifications.show({ message: fr`« ${nom} » est à la corbeille, d’où on peut le restaurer.` })
    return true
  }
}
