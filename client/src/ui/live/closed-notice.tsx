import { Alert, Button } from '@mantine/core'
import type { Closed } from '../../lib/live/close-verdict.ts'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useLiveSnapshot } from '../../lib/live/use-live-document.ts'
import { fr } from '../../lib/text/french.ts'
import { closedText } from './closed-texts.ts'
import { documentWords } from './document-words.ts'

function refusedText(path: string): { title: string; text: string } {
  return {
    title: 'Vos dernières modifications n’ont pas été acceptées',
    text: fr`Vous n’avez plus le droit de modifier ${documentWords(path).ceci}. ${closedText(path, 'rejected').text}`,
  }
}

const COPY_FIRST = fr`Ce que vous venez d’écrire n’est pas enregistré : copiez-le d’abord pour ne pas le perdre.`
const KEPT = fr`Ce que vous venez d’écrire est gardé sur cet appareil, et partira ensuite.`

/** Why an open document can no longer be saved from this page, and what to do about it. Words that cannot be sent are given back elsewhere. */
export function ClosedNotice({ document }: { document: LiveDocument }) {
  const { save, closed } = useLiveSnapshot(document)
  if (save.kind !== 'refused' || closed === 'signedOut') return null
  if (save.unsent > 0 && !mayStillBeSent(closed)) return null
  const { title, text } = closed === null ? refusedText(document.path) : closedText(document.path, closed)
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
