import { useMutation } from '@apollo/client/react'
import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { PlanType } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'
import { fr } from '../../lib/text/french.ts'
import { isPlanType, PLAN_TYPE_LABELS } from '../../lib/vocabulary/plan-types.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { TypeAutreField } from '../../ui/type-autre-field.tsx'

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

const createPlanFromModeleMutation = graphql(`
  mutation CreatePlanFromModele($input: CreatePlanFromModeleInput!) {
    createPlanFromModele(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreatePlanFromModeleSuccess {
        plan {
          id
          uuid
        }
      }
    }
  }
`)

const TYPES = Object.entries(PLAN_TYPE_LABELS).map(([value, label]) => ({ value, label }))

/** Creates a plan, empty or of the shape of a model, then opens it. */
export function CreatePlanForm({
  collectiviteId,
  siren,
  modeles,
  onCancel,
}: {
  collectiviteId: string
  siren: string
  modeles: readonly { id: string; nom: string }[]
  onCancel: () => void
}) {
  const navigate = useNavigate()
  const [createPlan] = useMutation(createPlanMutation)
  const [createFromModele] = useMutation(createPlanFromModeleMutation)
  const [modeleId, setModeleId] = useState('')
  const [type, setType] = useState<PlanType>('PCAET')

  async function createEmpty(form: FormData) {
    const typeAutre = type === 'AUTRE' ? formText(form, 'typeAutre') : null
    const input = { collectiviteId, nom: formText(form, 'nom'), type, typeAutre }
    const { data } = await createPlan({ variables: { input } }).catch(() => ({ data: null }))
    return data?.createPlan ?? null
  }

  async function createOfModele(form: FormData) {
    const input = { modeleId, nom: formText(form, 'nom') }
    const { data } = await createFromModele({ variables: { input } }).catch(() => ({ data: null }))
    return data?.createPlanFromModele ?? null
  }

  async function submit(form: FormData) {
    const created = modeleId === '' ? await createEmpty(form) : await createOfModele(form)
    if (!created) return UNEXPECTED_ERROR
    if (!('plan' in created)) return created.message
    await navigate({ to: '/plans/$planUuid', params: { planUuid: created.plan.uuid } })
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
      {modeles.length > 0 && (
        <NativeSelect
          label="À partir d’un modèle"
          data={[
            { value: '', label: fr`Aucun : un plan vide` },
            ...modeles.map(({ id, nom }) => ({ value: id, label: nom })),
          ]}
          value={modeleId}
          onChange={({ currentTarget: { value } }) => setModeleId(value)}
        />
      )}
      {modeleId === '' && (
        <NativeSelect
          label="Type"
          data={TYPES}
          value={type}
          onChange={({ currentTarget: { value } }) => isPlanType(value) && setType(value)}
        />
      )}
      {modeleId === '' && type === 'AUTRE' && <TypeAutreField siren={siren} />}
    </DialogForm>
  )
}
