import { useMutation } from '@apollo/client/react'
import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { PlanType } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'
import { isPlanType, PLAN_TYPE_LABELS } from '../../lib/vocabulary/plan-types.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'

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
  const [createPlan] = useMutation(createPlanMutation)
  const [type, setType] = useState<PlanType>('PCAET')

  async function submit(form: FormData) {
    const typeAutre = type === 'AUTRE' ? formText(form, 'typeAutre') : null
    const input = { collectiviteId, nom: formText(form, 'nom'), type, typeAutre }
    const { data } = await createPlan({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createPlan.__typename !== 'CreatePlanSuccess') return data?.createPlan.message ?? UNEXPECTED_ERROR
    await navigate({ to: '/plans/$planUuid', params: { planUuid: data.createPlan.plan.uuid } })
    return null
  }

  return (
    <DialogForm action="Créer le plan" onSubmit={submit} onCancel={onCancel}>
      <TextInput
        label="Nom du plan"
        name="nom"
        placeholder="PCAET 2026-2032"
        required
        withAsterisk={false}
        data-autofocus
      />
      <NativeSelect
        label="Type"
        data={TYPES}
        value={type}
        onChange={({ currentTarget: { value } }) => isPlanType(value) && setType(value)}
      />
      {type === 'AUTRE' && <TextInput label="Nom de ce type" name="typeAutre" required withAsterisk={false} />}
    </DialogForm>
  )
}
