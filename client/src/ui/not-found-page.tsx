import { ButtonLink } from './links.tsx'
import { MessagePage } from './message-page.tsx'

/** What does not exist and what one may not read look the same. */
export function NotFoundPage() {
  return (
    <MessagePage title="Page introuvable" actions={<ButtonLink to="/">Aller à mon pupitre</ButtonLink>}>
      Cette page n’existe pas, ou elle n’est pas ouverte à votre compte. Si un collègue vous a envoyé ce lien,
      demandez-lui de vérifier vos droits.
    </MessagePage>
  )
}
