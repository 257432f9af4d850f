import { ButtonLink } from './links.tsx'
import { MessagePage } from './message-page.tsx'

/** What a visitor is told of what does not exist and of what is not published, alike. */
export function NotPublishedPage() {
  return (
    <MessagePage title="Page introuvable" actions={<ButtonLink to="/observatoire">Voir les plans publics</ButtonLink>}>
      Cette page n’existe pas, ou ce qu’elle montrait n’est pas public. Si vous êtes agent d’une collectivité,
      connectez-vous pour voir ce qui vous est ouvert.
    </MessagePage>
  )
}
