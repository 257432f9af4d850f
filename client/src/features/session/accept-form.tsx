import { useApolloClient, useMutation } from '@apollo/client/react'
import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formSecret } from '../../lib/text/form-secret.ts'
import { formText } from '../../lib/text/form-text.ts'
import { MIN_PASSWORD_LENGTH, NewPasswordInput } from '../../ui/new-password-input.tsx'
import { signIn } from './auth-api.ts'
import { acceptInvitationMutation } from './invitation-query.ts'

/** Accepts an invitation, then opens one's fiches. A new person gives a name and a password. */
export function AcceptForm({ token, email, isNew }: { token: string; email: string; isNew: boolean }) {
  const [accept] = useMutation(acceptInvitationMutation)
  const apollo = useApolloClient()
  const router = useRouter()
  const navigate = useNavigate()
  const [error, setError] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const password = formSecret(form, 'password')
    setPending(true)
    const input = isNew ? { token, nom: formText(form, 'nom'), motDePasse: password } : { token }
    const { data } = await accept({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.acceptInvitation.__typename !== 'AcceptInvitationSuccess') {
      setError(data?.acceptInvitation.message ?? UNEXPECTED_ERROR)
      setPending(false)
      return
    }
    const { siren } = data.acceptInvitation
    const signedIn = !isNew || (await signIn({ email, password })).ok
    await apollo.clearStore()
    await router.invalidate()
    if (signedIn) await navigate({ to: '/collectivites/$siren/mes-fiches', params: { siren }, replace: true })
    else await navigate({ to: '/connexion', replace: true })
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        {isNew && (
          <>
            <TextInput label="Adresse e-mail" value={email} autoComplete="username" readOnly />
            <TextInput
              label="Votre nom"
              name="nom"
              description="Tel que vos collègues le verront."
              autoComplete="name"
              maxLength={150}
              required
              withAsterisk={false}
            />
            <NewPasswordInput
              label="Mot de passe"
              name="password"
              description={`${MIN_PASSWORD_LENGTH} caractères au moins.`}
            />
          </>
        )}
        <Button type="submit" loading={pending} fullWidth>
          Accepter l’invitation
        </Button>
      </Stack>
    </form>
  )
}
