import { useApolloClient } from '@apollo/client/react'
import { readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import type { CreateApiKeyInput, DrawnKeyFragment, RotateApiKeyInput } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import type { Drawing } from './draw-dialog.tsx'

const drawnKeyFragment = graphql(`
  fragment DrawnKey on ApiKey {
    id
    nom
    expiresAt
    previousPrefix
    previousUntil
  }
`)

const createApiKeyMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateApiKeySuccess {
        secret
        apiKey {
          id
          ...DrawnKey
        }
      }
    }
  }
`)

const rotateApiKeyMutation = graphql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RotateApiKeySuccess {
        secret
        apiKey {
          id
          ...DrawnKey
        }
      }
    }
  }
`)

/** A key and the secret that was just drawn for it: nothing tells it a second time. */
export type DrawnKey = DrawnKeyFragment & { secret: string }

/** In no cache: the secret is known to the page that shows it, for as long as it does. */
const UNKEPT = { fetchPolicy: 'no-cache' } as const

const LOST_KEY = fr`Le serveur n’a pas pu répondre. Si la clé apparaît malgré tout dans la liste, renouvelez-la pour avoir un secret ; sinon, réessayez.`
const LOST_SECRET = fr`Le serveur n’a pas pu répondre. Vérifiez votre connexion, puis regardez cette clé dans la liste avant de réessayer : elle a peut-être déjà un nouveau secret, et celui de vos programmes ne survit pas à un deuxième renouvellement.`

/**
 * Creates a key, or gives one another secret.
 *
 * @param onAnswered when the keys may have changed, whatever was answered
 */
export function useDraw(onAnswered: () => void) {
  const apollo = useApolloClient()

  async function create(input: CreateApiKeyInput): Promise<Drawing<DrawnKey>> {
    const { data } = await apollo
      .mutate({ mutation: createApiKeyMutation, variables: { input }, ...UNKEPT })
      .catch(() => ({ data: null }))
    onAnswered()
    if (data?.createApiKey.__typename !== 'CreateApiKeySuccess') {
      return { refusal: data?.createApiKey.message ?? LOST_KEY }
    }
    const { secret, apiKey } = data.createApiKey
    return { drawn: { ...readFragment(drawnKeyFragment, apiKey), secret } }
  }

  async function renew(input: RotateApiKeyInput): Promise<Drawing<DrawnKey>> {
    const { data } = await apollo
      .mutate({ mutation: rotateApiKeyMutation, variables: { input }, ...UNKEPT })
      .catch(() => ({ data: null }))
    onAnswered()
    if (data?.rotateApiKey.__typename !== 'RotateApiKeySuccess') {
      return { refusal: data?.rotateApiKey.message ?? LOST_SECRET }
    }
    const { secret, apiKey } = data.rotateApiKey
    return { drawn: { ...readFragment(drawnKeyFragment, apiKey), secret } }
  }

  return { create, renew }
}
