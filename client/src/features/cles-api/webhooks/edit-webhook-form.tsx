import { useMutation } from '@apollo/client/react'
import { Checkbox } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import type { WebhookRowFragment } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { AddressField } from './address-field.tsx'

const updateWebhookMutation = graphql(`
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateWebhookSuccess {
        webhook {
          id
          ...WebhookRow
        }
      }
    }
  }
`)

/** Where a webhook is told, and whether it is. */
export function EditWebhookForm({ webhook, onDone }: { webhook: WebhookRowFragment; onDone: () => void }) {
  const { id: webhookId, url, disabledAt } = webhook
  const isActive = disabledAt == null
  const [update] = useMutation(updateWebhookMutation)

  async function submit(form: FormData): Promise<string | null> {
    const [newUrl, becomesActive] = [formText(form, 'adresse'), form.has('actif')]
    const input = {
      webhookId,
      ...(newUrl !== url && { url: newUrl }),
      ...(becomesActive !== isActive && { isActive: becomesActive }),
    }
    const { data } = await update({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.updateWebhook.__typename !== 'UpdateWebhookSuccess')
      return data?.updateWebhook.message ?? UNEXPECTED_ERROR
    onDone()
    return null
  }

  return (
    <DialogForm action="Enregistrer" onSubmit={submit} onCancel={onDone}>
      <AddressField url={url} />
      <Checkbox
        label="Actif"
        description={fr`Désactivé, il n’est plus prévenu ; réactivé, il l’est de tout ce qui a changé entre-temps.`}
        name="actif"
        defaultChecked={isActive}
      />
    </DialogForm>
  )
}
