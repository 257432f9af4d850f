import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { formSecret } from '../../lib/text/form-secret.ts'
import { MIN_PASSWORD_LENGTH, NewPasswordInput } from '../../ui/new-password-input.tsx'
import { Outcome } from './name-section.tsx'
import { postAuth } from './post-auth.ts'
import { Section } from './section.tsx'

/** Another password; the other sessions end with the former one. */
export function PasswordSection() {
  const router = useRouter()
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string } | null>(null)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    setPending(true)
    const refusal = await postAuth('change-password', {
      currentPassword: formSecret(form, 'current'),
      newPassword: formSecret(form, 'password'),
      revokeOtherSessions: true,
    })
    setPending(false)
    setOutcome(
      refusal
        ? { ok: false, text: refusal }
        : { ok: true, text: 'Mot de passe changé. Vos autres sessions sont fermées.' },
    )
    if (refusal) return
    element.reset()
    await router.invalidate()
  }

  return (
    <Section title="Mot de passe">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <PasswordInput
            label="Mot de passe actuel"
            name="current"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
          />
          <NewPasswordInput
            label="Nouveau mot de passe"
            name="password"
            description={`${MIN_PASSWORD_LENGTH} caractères au moins. Vos autres sessions seront fermées.`}
          />
          <Group>
            <Button type="submit" variant="default" loading={pending}>
              Changer de mot de passe
            </Button>
          </Group>
        </Stack>
      </form>
      <Outcome outcome={outcome} />
    </Section>
  )
}
