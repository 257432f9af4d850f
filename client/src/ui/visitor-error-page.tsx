import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { MessagePage } from './message-page.tsx'

/** The same as the error page, for who has nothing here to lose and no page of their own. */
export function VisitorErrorPage() {
  const router = useRouter()

  return (
    <MessagePage
      title="La page n’a pas pu s’afficher"
      actions={<Button onClick={() => void router.invalidate()}>Réessayer</Button>}
    >
      Le serveur ne répond pas, ou il a rencontré une erreur. Vérifiez votre connexion, puis réessayez.
    </MessagePage>
  )
}
