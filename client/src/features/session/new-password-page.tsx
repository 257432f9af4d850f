import { Alert, Button, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { fr } from '../../lib/text/french.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { MIN_PASSWORD_LENGTH, NewPasswordInput } from '../../ui/new-password-input.tsx'
import { resetPassword } from './auth-api.ts'
import { refusalText } from './refusal-text.ts'
import { SessionPage } from './session-page.tsx'

const route = getRouteApi('/mot-de-passe')

type Step = { kind: 'asking' } | { kind: 'pending' } | { kind: 'refused'; text: string } | { kind: 'done' }

/** Sets a password from the link that was sent or printed. */
export function NewPasswordPage() {
  const { token } = route.useSearch()
  const [step, setStep] = useState<Step>({ kind: 'asking' })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [first, second] = [form.get('password'), form.get('confirmation')]
    if (typeof first !== 'string' || first !== second) {
      setStep({ kind: 'refused', text: fr`Les deux mots de passe ne sont pas les mêmes.` })
      return
    }
    setStep({ kind: 'pending' })
    const answer = await resetPassword({ token: token ?? '', newPassword: first })
    setStep(answer.ok ? { kind: 'done' } : { kind: 'refused', text: refusalText(answer) })
  }

  if (step.kind === 'done') return <PasswordSet />
  if (!token) return <LinkUnusable />
  return (
    <SessionPage title="Choisir un mot de passe">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {step.kind === 'refused' && (
            <Alert color="red" role="alert">
              {step.text}
            </Alert>
          )}
          <NewPasswordInput
            label="Nouveau mot de passe"
            name="password"
            description={`${MIN_PASSWORD_LENGTH} caractères au moins.`}
          />
          <NewPasswordInput label="Le même, encore une fois" name="confirmation" />
          <Button type="submit" loading={step.kind === 'pending'} fullWidth>
            Enregistrer ce mot de passe
          </Button>
        </Stack>
      </form>
    </SessionPage>
  )
}

function PasswordSet() {
  return (
    <SessionPage title="Mot de passe enregistré">
      <Text>Vous pouvez maintenant vous connecter.</Text>
      <ButtonLink to="/connexion" fullWidth>
        Se connecter
      </ButtonLink>
    </SessionPage>
  )
}

function LinkUnusable() {
  return (
    <SessionPage title="Lien incomplet">
      <Text>{fr`Il manque la fin de ce lien : copiez-le en entier, ou demandez-en un nouveau.`}</Text>
      <ButtonLink to="/mot-de-passe-oublie" variant="default" fullWidth>
        Demander un nouveau lien
      </ButtonLink>
    </SessionPage>
  )
}
