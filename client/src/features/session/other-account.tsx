import { Button, Text } from '@mantine/core'
import { fr } from '../../lib/text/french.ts'

/** The link is for somebody else than who is signed in here. */
export function OtherAccount({ email, invited }: { email: string; invited: string }) {
  async function signOut() {
    await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    window.location.reload()
  }

  return (
    <>
      <Text>{fr`Cette invitation est adressée à ${invited}, et vous êtes connecté avec ${email}.`}</Text>
      <Button onClick={() => void signOut()} fullWidth>
        Se déconnecter pour l’accepter
      </Button>
    </>
  )
}
