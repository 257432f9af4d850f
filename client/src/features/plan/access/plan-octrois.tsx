import { useMutation, useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import type { Ouverture } from '../../../gql/graphql.ts'
import { Octrois } from '../../../ui/acces/octrois.tsx'
import { ReadFailed } from '../../../ui/fields/read-failed.tsx'

const planOctroisQuery = graphql(`
  query PlanOctrois($uuid: UUID!) {
    plan(uuid: $uuid) {
      id
      collectivite {
        id
        siren
      }
      octrois {
        id
        ...Octroi
      }
    }
  }
`)

const grantMutation = graphql(`
  mutation GrantPlanAccess($input: GrantPlanAccessInput!) {
    grantPlanAccess(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on GrantPlanAccessSuccess {
        plan {
          id
          octrois {
            id
            ...Octroi
          }
        }
      }
    }
  }
`)

const revokeMutation = graphql(`
  mutation RevokePlanAccess($input: RevokePlanAccessInput!) {
    revokePlanAccess(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RevokePlanAccessSuccess {
        plan {
          id
          octrois {
            id
            ...Octroi
          }
        }
      }
    }
  }
`)

const NIVEAUX: Record<Ouverture, string> = {
  LIRE: 'Lire le plan, ses axes et ses fiches, sauf celles qui sont restreintes.',
  COMMENTER: 'Lire et commenter.',
  CONTRIBUER: 'Modifier aussi toutes ses fiches, pilotées ou non.',
  EDITER: 'Modifier aussi le plan : créer, déplacer et supprimer des axes et des fiches.',
}

/** Those who are given more on a plan than their role does. */
export function PlanOctrois({ uuid }: { uuid: string }) {
  const { data, error, refetch } = useQuery(planOctroisQuery, {
    variables: { uuid },
    fetchPolicy: 'cache-and-network',
  })
  const [grant] = useMutation(grantMutation)
  const [revoke] = useMutation(revokeMutation)

  if (error && !data) return <ReadFailed onRetry={() => void refetch()} />
  if (!data?.plan) return <Skeleton height="8rem" />
  const { id: planId, collectivite, octrois } = data.plan
  return (
    <Octrois
      siren={collectivite.siren}
      octrois={octrois}
      niveaux={NIVEAUX}
      grant={async (beneficiaire, niveau) =>
        (await grant({ variables: { input: { planId, beneficiaire, niveau } } })).data?.grantPlanAccess
      }
      revoke={async (octroiId) => (await revoke({ variables: { input: { planId, octroiId } } })).data?.revokePlanAccess}
    />
  )
}
