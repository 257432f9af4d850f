import type { WebhookDeliveryStatus } from '../../../gql/graphql.ts'
import { STATUS_LABELS } from './delivery-words.ts'
import type { WebhookState } from './webhook-state.ts'
import classes from './webhook-badge.module.css'

const LABELS: Record<WebhookState, string> = {
  ACTIF: 'Actif',
  ECHEC: 'En échec',
  DESACTIVE: 'Désactivé',
  CLE_EXPIREE: 'Clé expirée',
}

/** Whether a webhook is told, and takes what it is. */
export function WebhookBadge({ state }: { state: WebhookState }) {
  return <Badge state={state} words={LABELS[state]} />
}

/** Where an event is. */
export function DeliveryBadge({ status }: { status: WebhookDeliveryStatus }) {
  return <Badge state={status} words={STATUS_LABELS[status]} />
}

function Badge({ state, words }: { state: WebhookState | WebhookDeliveryStatus; words: string }) {
  const isOver = state === 'DESACTIVE' || state === 'EN_ATTENTE'
  return (
    <span className={classes.badge} data-state={state} data-hollow={isOver || undefined}>
      {words}
    </span>
  )
}
