import { useMutation } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { graphql } from '../../gql/gql.ts'
import type { ApiKeyRowFragment } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { momentText } from '../../lib/text/dates.ts'
import { fr } from '../../lib/text/french.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'

const revokeApiKeyMutation = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RevokeApiKeySuccess {
        collectivite {
          id
          apiKeys {
            id
            ...ApiKeyRow
          }
          revokedApiKeys {
            id
            ...ApiKeyRow
          }
          webhooks {
            id
            ...WebhookRow
          }
        }
      }
    }
  }
`)

/** Ends a key for good, once it is said what that stops. */
export function RevokeForm({ apiKey, onDone }: { apiKey: ApiKeyRowFragment; onDone: () => void }) {
  const { id: apiKeyId, nom, prefix, lastUsedAt } = apiKey
  const [revoke] = useMutation(revokeApiKeyMutation)

  async function submit(): Promise<string | null> {
    const { data } = await revoke({ variables: { input: { apiKeyId } } }).catch(() => ({ data: null }))
    if (data?.revokeApiKey.__typename !== 'RevokeApiKeySuccess') return data?.revokeApiKey.message ?? UNEXPECTED_ERROR
    notifications.show({ message: fr`La clé « ${nom} » est révoquée.`, role: 'status' })
    onDone()
    return null
  }

  return (
    <DialogForm action="Révoquer la clé" isDestructive onSubmit={submit} onCancel={onDone}>
      <Text fw={600}>
        {lastUsedAt == null
          ? 'Elle n’a jamais servi.'
          : fr`Elle a servi pour la dernière fois ${momentText(lastUsedAt)}.`}
      </Text>
      <Text size="sm">
        {fr`Le programme qui montre ${prefix}… est refusé aussitôt, ce qu’il a d’ouvert se ferme, et ses webhooks sont supprimés. C’est définitif : pour changer de secret sans arrêter le programme, renouvelez plutôt la clé.`}
      </Text>
    </DialogForm>
  )
}
