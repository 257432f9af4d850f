import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useApolloClient } from '@apollo/client/react'
import { useRef, useState, type FormEvent } from 'react'
import { formText } from '../../lib/text/form-text.ts'
import { fr } from '../../lib/text/french.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { signIn } from './auth-api.ts'
import { DemonstrationNotice } from './demonstration-notice.tsx'
import { refusalText } from './refusal-text.ts'
import { SESSION_ENDED } from './session-ended.ts'
import { SessionPage } from './session-page.tsx'

const route = getRouteApi('/connexion')

/** Opens a session, then goes back to the page that asked for it. */
export function SignInPage() {
  const { retour, motif } = route.useSearch()
  const apollo = useApolloClient()
  const router = useRouter()
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setPending(true)
    const answer = await signIn({ email: formText(form, 'email'), password: password(form) })
    if (!answer.ok) {
      setRefusal(refusalText(answer))
      setPending(false)
      return
    }
    // Nothing that another account may have loaded in this tab is shown to this one.
    await apollo.clearStore()
    await router.invalidate()
    await navigate({ href: retour ?? '/', replace: true })
  }

  return (
    <SessionPage title="Connexion">
      {motif === 'session' && refusal === null && (
        <Alert color="encre" title={SESSION_ENDED.title}>
          {SESSION_ENDED.text}
        </Alert>
      )}
      <form ref={form} onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {refusal && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <TextInput
            label="Adresse e-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            data-autofocus
          />
          <PasswordInput
            label="Mot de passe"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
          />
          <Button type="submit" loading={pending} fullWidth>
            Se connecter
          </Button>
          <AnchorLink to="/mot-de-passe-oublie" size="sm" ta="center">
            {fr`Mot de passe oublié ?`}
          </AnchorLink>
        </Stack>
      </form>
      <DemonstrationNotice onChoose={(account) => fill(form.current, account)} />
    </SessionPage>
  )
}

/** As it was typed: a password may start or end with a space. */
function password(form: FormData): string {
  const value = form.get('password')
  return typeof value === 'string' ? value : ''
}

/** The fields are the browser's own, so that what a password manager fills in is read too. */
function fill(form: HTMLFormElement | null, values: { email: string; password: string }): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}
