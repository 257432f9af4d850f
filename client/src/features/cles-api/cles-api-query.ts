import { graphql } from '../../gql/gql.ts'

/** A key as its row tells it. Its secret is in no list: it is told once, by what draws it. */
export const apiKeyRow = graphql(`
  fragment ApiKeyRow on ApiKey {
    id
    nom
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    previousPrefix
    previousUntil
    creePar
  }
`)

/** The keys of one collectivité. */
export const apiKeysQuery = graphql(`
  query ApiKeys($siren: String!) {
    viewer {
      uuid
    }
    collectivite(siren: $siren) {
      id
      siren
      nom
      viewerCanManageApiKeys
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
`)
