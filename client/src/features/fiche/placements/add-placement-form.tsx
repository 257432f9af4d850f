import { useMutation, useQuery } from '@apollo/client/react'
import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { audienceText } from './audience-text.ts'

const targetPlansQuery = graphql(`
  query TargetPlans($siren: String!) {
    collectivite(siren: $siren) {
      id
      plans(first: 100) {
        edges {
          node {
            id
            uuid
            nom
            viewerCanUpdate
          }
        }
      }
    }
  }
`)

const targetQuery = graphql(`
  query PlacementTarget($ficheId: ID!, $planId: ID!, $uuid: UUID!) {
    placementPreview(ficheId: $ficheId, planId: $planId) {
      before
      after
      readersBefore
      readersAfter
    }
    plan(uuid: $uuid) {
      id
      axes(first: 100) {
        edges {
          node {
            id
            nom
          }
        }
      }
    }
  }
`)

const addPlacementMutation = graphql(`
  mutation AddPlacement($input: AddPlacementInput!) {
    addPlacement(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddPlacementSuccess {
        placement {
          id
          fiche {
            id
            ...FichePlacements
            ...FicheBreadcrumbs
          }
        }
      }
    }
  }
`)

/** What is asked here is asked for this dialog alone: the lists that pages keep are gathered otherwise. */
const APART = { fetchPolicy: 'no-cache' } as const

/** Chooses a plan and an axe, and says who will read the fiche before placing it there. */
export function AddPlacementForm({ ficheId, siren, onClose }: { ficheId: string; siren: string; onClose: () => void }) {
  const [planId, setPlanId] = useState('')
  const [axeId, setAxeId] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { data, error: unread } = useQuery(targetPlansQuery, { variables: { siren }, ...APART })
  const plans = data?.collectivite?.plans.edges.flatMap(({ node }) => (node.viewerCanUpdate ? [node] : []))
  const plan = plans?.find(({ id }) => id === planId)
  const { data: target } = useQuery(targetQuery, {
    variables: { ficheId, planId, uuid: plan?.uuid ?? '' },
    skip: !plan,
    ...APART,
  })
  const [add, { loading }] = useMutation(addPlacementMutation)

  async function place() {
    const input = { ficheId, planId, axeId: axeId || null }
    const result = await add({ variables: { input } }).catch(() => ({ data: null }))
    if (result.data?.addPlacement.__typename === 'AddPlacementSuccess') return onClose()
    setError(result.data?.addPlacement.message ?? UNEXPECTED_ERROR)
  }

  if (!plans && !unread) return <Skeleton height={120} />
  return (
    <Stack gap="md">
      {(error ?? unread) && (
        <Alert color="red" role="alert">
          {error ?? UNEXPECTED_ERROR}
        </Alert>
      )}
      <NativeSelect
        label="Plan"
        value={planId}
        onChange={(event) => {
          setPlanId(event.currentTarget.value)
          setAxeId('')
        }}
        data={[
          { value: '', label: 'Choisir un plan' },
          ...(plans ?? []).map(({ id, nom }) => ({ value: id, label: nom })),
        ]}
        data-autofocus
      />
      {plan && (
        <NativeSelect
          label="Axe"
          value={axeId}
          onChange={(event) => setAxeId(event.currentTarget.value)}
          data={[
            { value: '', label: 'À la racine du plan' },
            ...(target?.plan?.axes.edges ?? []).map(({ node }) => ({ value: node.id, label: node.nom })),
          ]}
        />
      )}
      {plan && (
        <Text component="output" size="sm">
          {target?.placementPreview ? audienceText(target.placementPreview) : 'Recherche de qui pourra la lire…'}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        <Button disabled={!target?.placementPreview} loading={loading} onClick={() => void place()}>
          Placer ici
        </Button>
      </Group>
    </Stack>
  )
}
