import { useApolloClient } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import type { CreateWebhookInput, RotateWebhookSecretInput } from '../../../gql/graphql.ts'
import { fr } from '../../../lib/text/french.ts'
import type { Drawing } from '../draw-dialog.tsx'

const createWebhookMutation = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateWebhookSuccess {
        secret
        webhook {
          id
          url
          previousSecretUntil
        }
      }
    }
  }
`)

const rotateWebhookSecretMutation = graphql(`
  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RotateWebhookSecretSuccess {
        secret
        webhook {
          id
          url
          previousSecretUntil
        }
      }
    }
  }
`)

/** A webhook and the secret that was just drawn for it: nothing tells it a second time. */
export interface DrawnWebhook {
  secret: string
  url: string
  previousSecretUntil: string | null
}

/** In no cache: the secret is known to the page that shows it, for as long as it does. */
const UNKEPT = { fetchPolicy: 'no-cache' } as const

const LOST = fr`Le serveur n’a pas pu répondre. Vérifiez votre connexion, puis regardez les webhooks avant de réessayer : un secret qui n’a pas été montré se remplace en le renouvelant.`

/**
 * Creates a webhook, or gives one another secret.
 *
 * @param onAnswered when the webhooks may have changed, whatever was answered
 */
export function useDrawWebhook(onAnswered: () => void) {
  const apollo = useApolloClient()

  async function create(input: CreateWebhookInput): Promise<Drawing<DrawnWebhook>> {
    const { data } = await apollo
      .mutate({ mutation: createWebhookMutation, variables: { input }, ...UNKEPT })
      .catch(() => ({ data: null }))
    onAnswered()
    if (data?.createWebhook.__typename !== 'CreateWebhookSuccess')
      return { refusal: data?.createWebhook.message ?? LOST }
    return drawn(data.createWebhook)
  }

  async function renew(input: RotateWebhookSecretInput): Promise<Drawing<DrawnWebhook>> {
    const { data } = await apollo
      .mutate({ mutation: rotateWebhookSecretMutation, variables: { input }, ...UNKEPT })
      .catch(() => ({ data: null }))
    onAnswered()
    if (data?.rotateWebhookSecret.__typename !== 'RotateWebhookSecretSuccess')
      return { refusal: data?.rotateWebhookSecret.message ?? LOST }
    return drawn(data.rotateWebhookSecret)
  }

  return { create, renew }
}

interface Answered {
  secret: string
  webhook: { url: string; previousSecretUntil?: string | null | undefined }
}

function drawn({ secret, webhook: { url, previousSecretUntil } }: Answered): Drawing<DrawnWebhook> {
  return { drawn: { secret, url, previousSecretUntil: previousSecretUntil ?? null } }
}
