import { useMutation } from '@apollo/client/react'
import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import type { PlanSettingsFragment } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { isPlanType, PLAN_TYPE_LABELS } from '../../../lib/vocabulary/plan-types.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { TypeAutreField } from '../../../ui/type-autre-field.tsx'

const updatePlanMutation = graphql(`
  mutation UpdatePlan($input: UpdatePlanInput!) {
    updatePlan(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdatePlanSuccess {
        plan {
          id
          ...PlanSettings
        }
      }
    }
  }
`)

const TYPES = Object.entries(PLAN_TYPE_LABELS).map(([value, label]) => ({ value, label }))

/** Changes the fields of a plan: only those that are not what they were are sent. */
export function PlanSettingsForm({ plan, onClose }: { plan: PlanSettingsFragment; onClose: () => void }) {
  const [update] = useMutation(updatePlanMutation)
  const [type, setType] = useState(plan.type)

  async function submit(form: FormData) {
    const nom = formText(form, 'nom')
    const typeAutre = type === 'AUTRE' ? formText(form, 'typeAutre') : null
    const [dateDebut, dateFin] = [formText(form, 'dateDebut') || null, formText(form, 'dateFin') || null]
    const niveaux = formText(form, 'niveaux')
      .split('\n')
      .map((niveau) => niveau.trim())
      .filter(Boolean)
    const input = {
      planId: plan.id,
      ...(nom !== plan.nom && { nom }),
      ...((type !== plan.type || typeAutre !== (plan.typeAutre ?? null)) && { type, typeAutre }),
      ...(dateDebut !== (plan.dateDebut ?? null) && { dateDebut }),
      ...(dateFin !== (plan.dateFin ?? null) && { dateFin }),
      ...(niveaux.join('\n') !== plan.niveaux.join('\n') && { niveaux }),
    }
    const { data } = await update({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.updatePlan.__typename !== 'UpdatePlanSuccess') return data?.updatePlan.message ?? UNEXPECTED_ERROR
    onClose()
    return null
  }

  return (
    <DialogForm action="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <TextInput label="Nom du plan" name="nom" defaultValue={plan.nom} required withAsterisk={false} data-autofocus />
      <NativeSelect
        label="Type"
        data={TYPES}
        value={type}
        onChange={({ currentTarget: { value } }) => isPlanType(value) && setType(value)}
      />
      {type === 'AUTRE' && <TypeAutreField siren={plan.collectivite.siren} defaultValue={plan.typeAutre ?? ''} />}
      <Group grow>
        <TextInput type="date" label="Début" name="dateDebut" defaultValue={plan.dateDebut ?? ''} />
        <TextInput type="date" label="Fin" name="dateFin" defaultValue={plan.dateFin ?? ''} />
      </Group>
      <Textarea
        label="Noms des niveaux"
        description="Un par ligne, du plus haut au plus bas ; le dernier vaut pour ceux d’en dessous."
        name="niveaux"
        defaultValue={plan.niveaux.join('\n')}
        autosize
        minRows={2}
        required
        withAsterisk={false}
      />
    </DialogForm>
  )
}
