import { useMutation } from '@apollo/client/react'
import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'
import { isPlanType, PLAN_TYPE_LABELS } from '../../lib/vocabulary/plan-types.ts'

const createPlanMutation = graphql(`
  mutation CreatePlan($input: CreatePlanInput!) {
    createPlan(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreatePlanSuccess {
        plan {
          id
          uuid
        }
      }
    }
  }
`)

const TYPES = Object.entries(PLAN_TYPE_LABELS).map(([value, label]) => ({ value, label }))

/** Creates a plan, then opens it. */
export function CreatePlanForm({ collectiviteId, onCancel }: { collectiviteId: string; onCancel: () => void }) {
  const navigate = useNavigate()
  const [createPlan, { loading }] = useMutation(createPlanMutation)
  const [type, setType] = useState('PCAET')
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!isPlanType(type)) return
    const typeAutre = type === 'AUTRE' ? formText(form, 'typeAutre') : null
    const input = { collectiviteId, nom: formText(form, 'nom'), type, typeAutre }
    const { data } = await createPlan({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createPlan.__typename !== 'CreatePlanSuccess') {
      setError(data?.createPlan.message ?? UNEXPECTED_ERROR)
      return
    }
    await navigate({ to: '/plans/$planUuid', params: { planUuid: data.createPlan.plan.uuid } })
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <TextInput
          label="Nom du plan"
          name="nom"
          placeholder="PCAET 2026-2032"
          required
          withAsterisk={false}
          data-autofocus
        />
        <NativeSelect label="Type" data={TYPES} value={type} onChange={(event) => setType(event.currentTarget.value)} />
        {type === 'AUTRE' && <TextInput label="Nom de ce type" name="typeAutre" required withAsterisk={false} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Annuler
          </Button>
          <Button type="submit" loading={loading}>
            Créer le plan
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
