import { graphql } from '../../../gql/gql.ts'

/** A webhook as its row tells it, with what became of the last event. Its secret is in no list. */
export const webhookRow = graphql(`
  fragment WebhookRow on Webhook {
    id
    url
    createdAt
    previousSecretUntil
    failingSince
    disabledAt
    creePar
    apiKey {
      id
      nom
      expiresAt
    }
    lastDelivery: deliveries(first: 1) {
      pageInfo {
        endCursor
      }
      edges {
        node {
          id
          ...DeliveryLine
        }
      }
    }
  }
`)

/** One event that was sent, or is to be. */
export const deliveryLine = graphql(`
  fragment DeliveryLine on WebhookDelivery {
    id
    uuid
    kind
    status
    attempts
    createdAt
    lastAttemptAt
    nextAttemptAt
    failure
    httpStatus
    durationMs
    answer
  }
`)

/** The last events of one webhook. */
export const deliveriesQuery = graphql(`
  query WebhookDeliveries($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Webhook {
        deliveries(first: 50) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              ...DeliveryLine
            }
          }
        }
      }
    }
  }
`)
