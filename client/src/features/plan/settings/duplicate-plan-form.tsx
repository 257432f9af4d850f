import { useMutation } from '@apollo/client/react'
import { Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'

const duplicatePlanMutation = graphql(`
  mutation DuplicatePlan($input: DuplicatePlanInput!) {
    duplicatePlan(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DuplicatePlanSuccess {
        plan {
          id
          uuid
        }
      }
    }
  }
`)

/** Makes a copy of a plan under another name, then opens it. */
export function DuplicatePlanForm({ plan, onClose }: { plan: { id: string; nom: string }; onClose: () => void }) {
  const navigate = useNavigate()
  const [duplicatePlan] = useMutation(duplicatePlanMutation)

  async function submit(form: FormData) {
    const input = { planId: plan.id, nom: formText(form, 'nom') }
    const { data } = await duplicatePlan({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.duplicatePlan.__typename !== 'DuplicatePlanSuccess')
      return data?.duplicatePlan.message ?? UNEXPECTED_ERROR
    onClose()
    await navigate({ to: '/plans/$planUuid', params: { planUuid: data.duplicatePlan.plan.uuid } })
    return null
  }

  return (
    <DialogForm action="Dupliquer" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Nom de la copie"
        name="nom"
        defaultValue={fr`Copie de ${plan.nom}`}
        required
        withAsterisk={false}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        {fr`La copie a ses propres axes et ses propres fiches, avec leurs textes, leurs champs et les liens entre elles. Les fiches que vous ne pouvez pas lire n’y sont pas.`}
      </Text>
    </DialogForm>
  )
}
