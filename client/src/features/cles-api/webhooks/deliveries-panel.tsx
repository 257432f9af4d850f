import { useMutation, useQuery } from '@apollo/client/react'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import type { WebhookRowFragment } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { fr } from '../../../lib/text/french.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { outcomeText } from './delivery-words.ts'
import { deliveriesQuery, deliveryLine } from './webhook-query.ts'
import { webhookState } from './webhook-state.ts'

const testWebhookMutation = graphql(`
  mutation TestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on TestWebhookSuccess {
        delivery {
          id
        }
      }
    }
  }
`)

const redeliverWebhookMutation = graphql(`
  mutation RedeliverWebhook($input: RedeliverWebhookInput!) {
    redeliverWebhook(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RedeliverWebhookSuccess {
        delivery {
          id
          ...DeliveryLine
        }
      }
    }
  }
`)

/** While the log is looked at, what becomes of what is sent shows within it. */
const LOOK_PERIOD_MS = 1_500

/** What a webhook was sent, and what it answered; sends a trial, or something again. */
export function DeliveriesPanel({ webhook }: { webhook: WebhookRowFragment }) {
  const { data, error, refetch } = useQuery(deliveriesQuery, {
    variables: { id: webhook.id },
    fetchPolicy: 'cache-and-network',
    pollInterval: LOOK_PERIOD_MS,
  })
  const [test, { loading: isTesting }] = useMutation(testWebhookMutation)
  const [redeliver] = useMutation(redeliverWebhookMutation)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [sentId, setSentId] = useState<string | null>(null)

  const node = data?.node?.__typename === 'Webhook' ? data.node : null
  const deliveries = node?.deliveries.edges.map((edge) => readFragment(deliveryLine, edge.node)) ?? []
  const sent = deliveries.find(({ id }) => id === sentId)
  const state = webhookState(webhook)
  const isSending = state === 'ACTIF' || state === 'ECHEC'

  async function sendTest() {
    const { data } = await test({ variables: { input: { webhookId: webhook.id } } }).catch(() => ({ data: null }))
    tell(data?.testWebhook)
    await refetch().catch(() => undefined)
  }
  async function sendAgain(deliveryId: string) {
    const { data } = await redeliver({ variables: { input: { deliveryId } } }).catch(() => ({ data: null }))
    tell(data?.redeliverWebhook)
  }
  function tell(answer: { delivery: { id: string } } | { message: string } | undefined) {
    const isSent = answer !== undefined && 'delivery' in answer
    setSentId(isSent ? answer.delivery.id : null)
    setRefusal(isSent ? null : (answer?.message ?? UNEXPECTED_ERROR))
  }

  return (
    <Stack gap="md">
      {refusal !== null && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm">{fr`Un essai n’annonce rien : il part une fois, tout de suite.`}</Text>
          <Button onClick={() => void sendTest()} loading={isTesting} disabled={!isSending} data-autofocus>
            Envoyer un essai
          </Button>
        </Group>
        <Text component="output" size="sm" fw={600}>
          {sent && (sent.status === 'EN_ATTENTE' ? 'C’est parti…' : outcomeText(sent))}
        </Text>
      </Stack>
      {node === null && error && <Alert color="red">{UNEXPECTED_ERROR}</Alert>}
      {node !== null && deliveries.length === 0 && <Text size="sm">Rien n’a encore été envoyé.</Text>}
      {deliveries.length > 0 && (
        <PlainList aria-label="Envois">
          {deliveries.map((delivery) => (
            <DeliveryLine
              key={delivery.id}
              delivery={delivery}
              onSendAgain={isSending ? () => void sendAgain(delivery.id) : null}
            />
          ))}
        </PlainList>
      )}
      <Text size="sm" c="dimmed">
        {node?.deliveries.pageInfo.hasNextPage
          ? fr`Les ${deliveries.length} derniers ; chacun est gardé 30 jours.`
          : fr`Chaque envoi est gardé 30 jours.`}
      </Text>
    </Stack>
  )
}
