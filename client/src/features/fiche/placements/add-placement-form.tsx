import { useMutation, useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { ReadFailed } from '../../../ui/fields/read-failed.tsx'
import { audienceText } from './audience-text.ts'
import { TargetAxeInput } from './target-axe-input.tsx'
import { type TargetPlan, TargetPlanInput } from './target-plan-input.tsx'
import { useAxePaths } from './use-axe-paths.ts'

const previewQuery = graphql(`
  query PlacementPreview($ficheId: ID!, $planId: ID!) {
    placementPreview(ficheId: $ficheId, planId: $planId) {
      before
      after
      readersBefore
      readersAfter
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

const GONE = 'Ce plan n’est plus là, ou vous ne pouvez plus le lire : choisissez-en un autre.'

/** Chooses a plan and an axe, and says who will read the fiche before placing it there. */
export function AddPlacementForm({ ficheId, siren, onClose }: { ficheId: string; siren: string; onClose: () => void }) {
  const [plan, setPlan] = useState<TargetPlan | null>(null)
  const [axeId, setAxeId] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(previewQuery, {
    variables: { ficheId, planId: plan?.id ?? '' },
    skip: !plan,
    fetchPolicy: 'no-cache',
  })
  const axesOfPlan = useAxePaths(plan?.uuid ?? null)
  const [add] = useMutation(addPlacementMutation)
  const preview = plan && data?.placementPreview

  async function submit() {
    if (!plan) return 'Choisissez d’abord un plan.'
    const input = { ficheId, planId: plan.id, axeId }
    const result = await add({ variables: { input } }).catch(() => ({ data: null }))
    if (result.data?.addPlacement.__typename !== 'AddPlacementSuccess')
      return result.data?.addPlacement.message ?? UNEXPECTED_ERROR
    onClose()
    return null
  }

  return (
    <DialogForm action="Placer ici" ready={Boolean(preview && axesOfPlan.axes)} onSubmit={submit} onCancel={onClose}>
      <TargetPlanInput
        siren={siren}
        chosen={plan}
        onChoose={(chosen) => {
          setPlan(chosen)
          setAxeId(null)
        }}
      />
      {plan && <TargetAxeInput key={plan.uuid} axesOfPlan={axesOfPlan} axeId={axeId} onChoose={setAxeId} />}
      {plan && error && <ReadFailed onRetry={() => void refetch()} />}
      {plan && !error && (
        <Text component="output" size="sm">
          {preview ? audienceText(preview) : data ? GONE : 'Recherche de qui pourra la lire…'}
        </Text>
      )}
    </DialogForm>
  )
}
