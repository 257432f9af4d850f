import { useMutation } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { graphql } from '../../../gql/gql.ts'
import type { WebhookRowFragment } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { addressText } from './webhook-state.ts'

const deleteWebhookMutation = graphql(`
  mutation DeleteWebhook($input: DeleteWebhookInput!) {
    deleteWebhook(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteWebhookSuccess {
        collectivite {
          id
          webhooks {
            id
            ...WebhookRow
          }
        }
      }
    }
  }
`)

/** Takes a webhook away for good, once it is said what that stops. */
export function DeleteWebhookForm({ webhook, onDone }: { webhook: WebhookRowFragment; onDone: () => void }) {
  const [remove] = useMutation(deleteWebhookMutation)

  async function submit(): Promise<string | null> {
    const { data } = await remove({ variables: { input: { webhookId: webhook.id } } }).catch(() => ({ data: null }))
    if (data?.deleteWebhook.__typename !== 'DeleteWebhookSuccess')
      return data?.deleteWebhook.message ?? UNEXPECTED_ERROR
    notifications.show({
      message: fr`Le webhook vers ${addressText(webhook.url)} est supprimé.`,
      role: 'status',
    })
    onDone()
    return null
  }

  return (
    <DialogForm action="Supprimer le webhook" isDestructive onSubmit={submit} onCancel={onDone}>
      <Text size="sm">
        {fr`Plus rien ne part vers ${addressText(webhook.url)}, et les envois faits ne se lisent plus. Pour l’arrêter un temps, désactivez-le plutôt. La clé « ${webhook.apiKey.nom} » reste.`}
      </Text>
    </DialogForm>
  )
}
