import { Alert, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { RotateWebhookSecretInput, WebhookRowFragment } from '../../../gql/graphql.ts'
import { dayAndTime, localDay, longDate } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { OVERLAPS } from '../overlaps.ts'
import { formerSigningEnd } from './webhook-state.ts'

const DAY_MS = 24 * 3_600_000

/** Gives a webhook another secret: until when the present one signs too. */
export function RenewSecretForm({
  webhook: { id: webhookId, previousSecretUntil },
  onRenew,
  onCancel,
}: {
  webhook: WebhookRowFragment
  /** Answers why there is no secret, or null. */
  onRenew: (input: RotateWebhookSecretInput) => Promise<string | null>
  onCancel: () => void
}) {
  const [overlapDays, setOverlapDays] = useState(7)
  const stillSignsUntil = formerSigningEnd(previousSecretUntil)

  return (
    <DialogForm action="Renouveler le secret" onSubmit={() => onRenew({ webhookId, overlapDays })} onCancel={onCancel}>
      <NativeSelect
        label="Signer encore avec l’ancien secret"
        description={overlapText(overlapDays)}
        value={overlapDays}
        onChange={({ currentTarget: { value } }) => setOverlapDays(Number(value))}
        data={OVERLAPS}
        data-autofocus
      />
      {stillSignsUntil !== null && (
        <Alert color="yellow">
          {fr`Le secret d’avant signe encore jusqu’au ${dayAndTime(stillSignsUntil)} : il ne signera plus dès que vous renouvelez.`}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        Le nouveau secret sera montré une fois.
      </Text>
    </DialogForm>
  )
}

function overlapText(days: number, now = new Date()): string {
  if (days === 0) return fr`À choisir s’il a fuité : le programme refuse les envois jusqu’à ce qu’il ait le nouveau.`
  const end = longDate(localDay(new Date(now.getTime() + days * DAY_MS).toISOString()))
  return fr`Jusqu’au ${end}, chaque envoi porte deux signatures : le programme ne s’arrête pas, s’il a le nouveau d’ici là.`
}
