import { fr } from '../../lib/text/french.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { MessagePage } from '../../ui/message-page.tsx'

/** Someone signed in who is a member of no collectivité. */
export function NoCollectivitePage() {
  return (
    <MessagePage
      title="Aucune collectivité"
      actions={
        <ButtonLink to="/partages" variant="default">
          Voir ce qui est partagé avec moi
        </ButtonLink>
      }
    >
      {fr`Votre compte n’est rattaché à aucune collectivité. Demandez à un administrateur de la vôtre de vous y inviter.`}
    </MessagePage>
  )
}
