import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { formSecret } from '../../lib/text/form-secret.ts'
import { formText } from '../../lib/text/form-text.ts'
import { fr } from '../../lib/text/french.ts'
import { Outcome } from './name-section.tsx'
import { postAuth } from './post-auth.ts'

/** Asks for another address: it changes once the link sent to the new one is opened. */
export function ChangeEmailForm({ onDone }: { onDone: (sent: string) => void }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const newEmail = formText(form, 'newEmail').trim()
    setPending(true)
    const refused = await postAuth('change-email', { newEmail, password: formSecret(form, 'password') })
    setPending(false)
    setRefusal(refused)
    if (refused === null) {
      onDone(
        fr`Si aucun compte n’a cette adresse, un message vient d’être envoyé à ${newEmail} : votre adresse changera quand vous aurez ouvert son lien.`,
      )
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label="Nouvelle adresse"
          name="newEmail"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          label="Votre mot de passe"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
        />
        <Group>
          <Button type="submit" variant="default" loading={pending}>
            Changer d’adresse
          </Button>
        </Group>
        <Outcome outcome={refusal === null ? null : { ok: false, text: refusal }} />
      </Stack>
    </form>
  )
}
