import { useApolloClient } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { fr } from '../../../lib/text/french.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { planQuery } from '../plan-query.ts'

const archivePlanMutation = graphql(`
  mutation ArchivePlan($input: ArchivePlanInput!) {
    archivePlan(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on ArchivePlanSuccess {
        plan {
          id
          ...PlanArchive
        }
      }
    }
  }
`)

/** Archives a plan, or takes it out of the archives; answers whether it is so. */
export function useArchivePlan({ id, nom }: { id: string; nom: string }): (archive: boolean) => Promise<boolean> {
  const apollo = useApolloClient()
  return async (archive) => {
    const { data } = await apollo
      .mutate({ mutation: archivePlanMutation, variables: { input: { planId: id, archive } } })
      .catch(() => ({ data: null }))
    if (data?.archivePlan.__typename !== 'ArchivePlanSuccess') {
      showRefusal(data?.archivePlan.message ?? UNEXPECTED_ERROR)
      return false
    }
    notifications.show({ message: archive ? fr`« ${nom} » est archivé.` : fr`« ${nom} » est sorti des archives.` })
    // What may be done with each of its fiches is another thing now.
    void apollo.refetchQueries({ include: [planQuery] })
    return true
  }
}
