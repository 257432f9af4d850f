import { Button, Code, Group, Text } from '@mantine/core'
import { readFragment } from '../../../gql/fragment-masking.ts'
import type { WebhookRowFragment } from '../../../gql/graphql.ts'
import { localDay, longDate, momentText } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'
import classes from '../key-rows.module.css'
import { outcomeText, STATUS_LABELS } from './delivery-words.ts'
import { WebhookBadge } from './webhook-badge.tsx'
import { deliveryLine } from './webhook-query.ts'
import { addressText, stateText, webhookState } from './webhook-state.ts'

/** What may be done to a webhook. */
export type WebhookAct = 'deliveries' | 'edit' | 'renew' | 'delete'

const ACTS: readonly { act: WebhookAct; label: string; name: (address: string) => string }[] = [
  { act: 'deliveries', label: 'Envois', name: (address) => `Envois vers ${address}` },
  { act: 'edit', label: 'Modifier', name: (address) => `Modifier le webhook vers ${address}` },
  { act: 'renew', label: 'Renouveler', name: (address) => `Renouveler le secret du webhook vers ${address}` },
  { act: 'delete', label: 'Supprimer', name: (address) => `Supprimer le webhook vers ${address}` },
]

/** A webhook: where it goes, whether it is taken, whose key it is of; and what may be done to it. */
export function WebhookRow({ webhook, onAct }: { webhook: WebhookRowFragment; onAct: (act: WebhookAct) => void }) {
  const { url, apiKey, createdAt, creePar, lastDelivery } = webhook
  const address = addressText(url)
  const meaning = stateText(webhook)
  const [last] = lastDelivery.edges.map(({ node }) => readFragment(deliveryLine, node))
  const author = creePar == null ? 'quelqu’un qui n’a plus de compte' : creePar

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Code>{address}</Code>
          <WebhookBadge state={webhookState(webhook)} />
        </Group>
        {meaning && <Text size="sm">{meaning}</Text>}
        <Text size="sm">{fr`Clé « ${apiKey.nom} »`}</Text>
        <Text size="sm" c="dimmed">
          {last
            ? fr`Dernier envoi ${momentText(last.lastAttemptAt ?? last.createdAt)} : ${inSentence(outcomeText(last) ?? STATUS_LABELS[last.status])}`
            : 'Rien n’a encore été envoyé.'}
        </Text>
        <Text size="sm" c="dimmed">
          {fr`Créé le ${longDate(localDay(createdAt))} par ${author}`}
        </Text>
      </div>
      <div className={classes.actions}>
        {ACTS.map(({ act, label, name }) => (
          <Button
            key={act}
            size="compact-sm"
            variant={act === 'delete' ? 'subtle' : 'default'}
            {...(act === 'delete' && { color: 'red' })}
            aria-label={name(address)}
            onClick={() => onAct(act)}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  )
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
