import { Alert, Button } from '@mantine/core'
import type { Closed } from '../../lib/live/close-verdict.ts'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useLiveSnapshot } from '../../lib/live/use-live-document.ts'
import { fr } from '../../lib/text/french.ts'

const TEXTS: Record<Exclude<Closed, 'signedOut'>, { title: string; text: string }> = {
  reload: {
    title: 'Cette fiche a changé sur le serveur',
    text: fr`Elle a été rétablie ou remplacée depuis que vous l’avez ouverte. Rechargez la page pour continuer.`,
  },
  rejected: {
    title: 'Le serveur n’a pas accepté vos dernières modifications',
    text: fr`Rechargez la page pour retrouver la fiche telle qu’elle est enregistrée.`,
  },
  tooLarge: {
    title: 'Ce texte est trop long pour être enregistré',
    text: fr`Raccourcissez ce que vous avez collé en dernier, puis rechargez la page.`,
  },
  tooManyPages: {
    title: 'Vous avez trop de pages ouvertes',
    text: fr`Fermez celles dont vous ne vous servez plus, puis rechargez celle-ci.`,
  },
  crowded: {
    title: 'Trop de personnes ont ouvert cette fiche',
    text: fr`Attendez que certaines l’aient quittée, puis rechargez la page.`,
  },
  notFound: {
    title: 'Cette fiche ne vous est plus ouverte',
    text: fr`Elle a été supprimée, ou vos droits ont changé.`,
  },
}

const REFUSED = {
  title: 'Vos dernières modifications n’ont pas été acceptées',
  text: fr`Vous n’avez plus le droit de modifier cette fiche. Rechargez la page pour la retrouver telle qu’elle est enregistrée.`,
}

const COPY_FIRST = fr`Ce que vous venez d’écrire n’est pas enregistré : copiez-le d’abord pour ne pas le perdre.`
const KEPT = fr`Ce que vous venez d’écrire est gardé sur cet appareil, et partira ensuite.`

/** Why an open fiche can no longer be saved from this page, and what to do about it. Words that cannot be sent are given back elsewhere. */
export function ClosedNotice({ document }: { document: LiveDocument }) {
  const { save, closed } = useLiveSnapshot(document)
  if (save.kind !== 'refused' || closed === 'signedOut') return null
  if (save.unsent > 0 && !mayStillBeSent(closed)) return null
  const { title, text } = closed === null ? REFUSED : TEXTS[closed]
  const waiting = document.keeping === 'kept' ? KEPT : COPY_FIRST

  return (
    <Alert color="red" title={title} role="alert" mb="lg">
      <p>
        {text} {save.unsent > 0 && waiting}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
        Recharger la page
      </Button>
    </Alert>
  )
}

function mayStillBeSent(closed: Closed | null): boolean {
  return closed === 'tooManyPages' || closed === 'crowded'
}
