import { Alert, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { ApiKeyRowFragment, RotateApiKeyInput } from '../../gql/graphql.ts'
import { localDay, longDate } from '../../lib/text/dates.ts'
import { formText } from '../../lib/text/form-text.ts'
import { fr } from '../../lib/text/french.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { ExpiryField } from './expiry-field.tsx'
import { endOfDay } from './expiry.ts'
import { formerSecret, keyState } from './key-state.ts'
import { OVERLAPS } from './overlaps.ts'

const DAY_MS = 24 * 3_600_000

/** Gives a key another secret: until when the present one is still taken, and the key's new end. */
export function RenewForm({
  apiKey,
  onRenew,
  onCancel,
}: {
  apiKey: ApiKeyRowFragment
  /** Answers why there is no secret, or null. */
  onRenew: (input: RotateApiKeyInput) => Promise<string | null>
  onCancel: () => void
}) {
  const isExpired = keyState(apiKey) === 'EXPIREE'
  const former = formerSecret(apiKey)
  const [overlapDays, setOverlapDays] = useState(7)

  const submit = (form: FormData) =>
    onRenew({
      apiKeyId: apiKey.id,
      overlapDays: isExpired ? 0 : overlapDays,
      expiresAt: endOfDay(formText(form, 'expiration')),
    })

  return (
    <DialogForm action="Renouveler" onSubmit={submit} onCancel={onCancel}>
      <Text size="sm">
        {isExpired
          ? fr`Cette clé a expiré : elle reprend avec un nouveau secret, et l’ancien, ${apiKey.prefix}…, ne vaudra plus jamais.`
          : 'La clé garde son nom, ce qu’elle permet et sa place dans le journal. Elle reçoit un nouveau secret, à donner au programme.'}
      </Text>
      {!isExpired && (
        <NativeSelect
          label={fr`Accepter encore l’ancien secret, ${apiKey.prefix}…`}
          description={overlapText(overlapDays)}
          value={overlapDays}
          onChange={({ currentTarget: { value } }) => setOverlapDays(Number(value))}
          data={OVERLAPS}
          data-autofocus
        />
      )}
      {!isExpired && former?.isAccepted && (
        <Alert color="yellow">
          {fr`Le secret d’avant, ${former.prefix}…, est encore accepté : il ne le sera plus dès que vous renouvelez. Assurez-vous qu’aucun programme ne s’en sert.`}
        </Alert>
      )}
      <ExpiryField />
    </DialogForm>
  )
}

function overlapText(days: number, now = new Date()): string {
  if (days === 0) return fr`À choisir s’il a fuité : le programme est refusé jusqu’à ce qu’il ait le nouveau.`
  const end = longDate(localDay(new Date(now.getTime() + days * DAY_MS).toISOString()))
  return fr`Jusqu’au ${end}, les deux secrets marchent : le programme ne s’arrête pas, s’il a le nouveau d’ici là.`
}
