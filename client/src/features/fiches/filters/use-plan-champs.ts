import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import type { PlanChampFragment } from '../../../gql/graphql.ts'
import { isOnePlan } from '../champ-filters.ts'

const planChamp = graphql(`
  fragment PlanChamp on ChampPropre {
    id
    nom
    type
    choix {
      id
      nom
    }
  }
`)

const planChampsQuery = graphql(`
  query PlanChamps($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Plan {
        champsPropres {
          id
          ...PlanChamp
        }
      }
    }
  }
`)

/** A champ that the plan of a list adds to its fiches. */
export type PlanChamp = PlanChampFragment

/** The champs propres that a list is filtered by, and which its table may show: those of its plan, when it is narrowed to one. */
export function usePlanChamps(plan: string | undefined): readonly PlanChamp[] {
  const { data } = useQuery(planChampsQuery, { variables: { id: plan ?? '' }, skip: !isOnePlan(plan) })
  const node = isOnePlan(plan) ? data?.node : null
  return useMemo(
    () => (node?.__typename === 'Plan' ? node.champsPropres.map((champ) => readFragment(planChamp, champ)) : []),
    [node],
  )
}
