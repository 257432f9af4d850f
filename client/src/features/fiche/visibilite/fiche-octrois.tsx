import { useMutation, useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import type { Ouverture } from '../../../gql/graphql.ts'
import { Octrois } from '../../../ui/acces/octrois.tsx'
import { ReadFailed } from '../../../ui/fields/read-failed.tsx'

const ficheOctroisQuery = graphql(`
  query FicheOctrois($uuid: UUID!) {
    fiche(uuid: $uuid) {
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
  mutation GrantFicheAccess($input: GrantFicheAccessInput!) {
    grantFicheAccess(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on GrantFicheAccessSuccess {
        fiche {
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
  mutation RevokeFicheAccess($input: RevokeFicheAccessInput!) {
    revokeFicheAccess(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RevokeFicheAccessSuccess {
        fiche {
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
  LIRE: 'Lire la fiche et ses sous-actions, même restreinte.',
  COMMENTER: 'Lire et commenter.',
  CONTRIBUER: 'Modifier aussi la fiche et ses sous-actions.',
  EDITER: 'Aussi la déplacer, la restreindre et la supprimer.',
}

/** Those who are given more on a fiche than their role does. */
export function FicheOctrois({ uuid }: { uuid: string }) {
  const { data, error, refetch } = useQuery(ficheOctroisQuery, {
    variables: { uuid },
    fetchPolicy: 'cache-and-network',
  })
  const [grant] = useMutation(grantMutation)
  const [revoke] = useMutation(revokeMutation)

  if (error && !data) return <ReadFailed onRetry={() => void refetch()} />
  if (!data?.fiche) return <Skeleton height="8rem" />
  const { id: ficheId, collectivite, octrois } = data.fiche
  return (
    <Octrois
      siren={collectivite.siren}
      octrois={octrois}
      niveaux={NIVEAUX}
      grant={async (beneficiaire, niveau) =>
        (await grant({ variables: { input: { ficheId, beneficiaire, niveau } } })).data?.grantFicheAccess
      }
      revoke={async (octroiId) =>
        (await revoke({ variables: { input: { ficheId, octroiId } } })).data?.revokeFicheAccess
      }
    />
  )
}
