import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { ButtonLink } from './links.tsx'
import { MessagePage } from './message-page.tsx'

/** Shown by the router when a page could not be loaded or drawn. */
export function ErrorPage() {
  const router = useRouter()

  return (
    <MessagePage
      title="La page n’a pas pu s’afficher"
      actions={
        <>
          <Button onClick={() => void router.invalidate()}>Réessayer</Button>
          <ButtonLink to="/" variant="default">
            Aller à mon pupitre
          </ButtonLink>
        </>
      }
    >
      Le serveur ne répond pas, ou il a rencontré une erreur. Ce que vous avez enregistré n’est pas perdu.
    </MessagePage>
  )
}
