import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { formText } from '../../lib/text/form-text.ts'
import { fr } from '../../lib/text/french.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { requestPasswordReset } from './auth-api.ts'
import { refusalText } from './refusal-text.ts'
import { SessionPage } from './session-page.tsx'

type Step =
  | { kind: 'asking' }
  | { kind: 'pending' }
  | { kind: 'refused'; text: string }
  | { kind: 'sent'; email: string }

/** Has a link sent to choose another password. */
export function ForgottenPasswordPage() {
  const [step, setStep] = useState<Step>({ kind: 'asking' })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = formText(new FormData(event.currentTarget), 'email')
    setStep({ kind: 'pending' })
    const answer = await requestPasswordReset({ email })
    setStep(answer.ok ? { kind: 'sent', email } : { kind: 'refused', text: refusalText(answer) })
  }

  if (step.kind === 'sent') return <Sent email={step.email} />
  return (
    <SessionPage title="Mot de passe oublié">
      <Text>Donnez votre adresse : un lien pour choisir un nouveau mot de passe y sera envoyé.</Text>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {step.kind === 'refused' && (
            <Alert color="red" role="alert">
              {step.text}
            </Alert>
          )}
          <TextInput
            label="Adresse e-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={step.kind === 'pending'} fullWidth>
            Recevoir le lien
          </Button>
          <AnchorLink to="/connexion" size="sm" ta="center">
            Revenir à la connexion
          </AnchorLink>
        </Stack>
      </form>
    </SessionPage>
  )
}

function Sent({ email }: { email: string }) {
  return (
    <SessionPage title="Regardez vos messages">
      <Text component="output">
        {fr`Si un compte existe pour `}
        <strong>{email}</strong>, un message vient de lui être envoyé. Le lien sert une fois, pendant quelques heures.
      </Text>
      <Text size="sm" c="dimmed">
        {fr`Rien n’arrive ? Regardez dans les indésirables, ou vérifiez l’adresse avec votre administrateur.`}
      </Text>
      <ButtonLink to="/connexion" variant="default" fullWidth>
        Revenir à la connexion
      </ButtonLink>
    </SessionPage>
  )
}
