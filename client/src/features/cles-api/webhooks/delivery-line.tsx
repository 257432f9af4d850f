import { Button, Code, Group, Text } from '@mantine/core'
import type { DeliveryLineFragment } from '../../../gql/graphql.ts'
import { momentText } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'
import classes from './deliveries.module.css'
import { outcomeText, triesText } from './delivery-words.ts'
import { DeliveryBadge } from './webhook-badge.tsx'

const KINDS = { CHANGEMENTS: 'Changements', ESSAI: 'Essai' } as const

/** One event: when, what became of it, what was answered; and the way to send it again. */
export function DeliveryLine({
  delivery,
  onSendAgain,
}: {
  delivery: DeliveryLineFragment
  /** null: nothing can be sent now. */
  onSendAgain: (() => void) | null
}) {
  const { uuid, kind, status, createdAt, answer } = delivery
  const moment = momentText(createdAt)
  const outcome = outcomeText(delivery)
  const tries = triesText(delivery)
  const act = status === 'EN_ATTENTE' ? 'Envoyer maintenant' : 'Renvoyer'

  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {KINDS[kind]}
          </Text>
          <DeliveryBadge status={status} />
        </Group>
        <Text size="sm" c="dimmed">
          {fr`Décidé ${moment}`}
          {tries !== null && ` · ${tries}`}
        </Text>
        {outcome !== null && <Text size="sm">{outcome}</Text>}
        {answer != null && (
          <Code block className={classes.answer}>
            {answer}
          </Code>
        )}
        <Text size="xs" c="dimmed" className={classes.id}>
          {fr`webhook-id : ${uuid}`}
        </Text>
      </div>
      {onSendAgain && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={onSendAgain}
          aria-label={fr`${act} l’envoi décidé ${moment}`}
        >
          {act}
        </Button>
      )}
    </li>
  )
}
