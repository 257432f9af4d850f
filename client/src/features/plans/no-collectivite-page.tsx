import { fr } from '../../lib/text/french.ts'
import { MessagePage } from '../../ui/message-page.tsx'

/** Someone signed in who is a member of no collectivité. */
export function NoCollectivitePage() {
  return (
    <MessagePage title="Aucune collectivité">
      {fr`Votre compte n’est rattaché à aucune collectivité. Demandez à un administrateur de la vôtre de vous y inviter.`}
    </MessagePage>
  )
}
