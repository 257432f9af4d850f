import { Alert, Button, Text } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useServerBack } from '../../app/offline/use-server-back.ts'
import { useSignInAgain } from '../../app/use-sign-in-again.ts'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useLiveDocument, useLiveSnapshot } from '../../lib/live/use-live-document.ts'
import { fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { FichePageSkeleton, TextsSkeleton } from '../../ui/page-skeletons.tsx'
import { Page } from '../../ui/page.tsx'
import { GivenBack } from '../../ui/live/given-back.tsx'
import { FicheTexts } from './fiche-texts.tsx'
import { FicheTitle } from './fiche-title.tsx'
import { SaveIndicator } from '../../ui/live/save-indicator.tsx'
import { useLiveTitre } from './use-live-titre.ts'
import classes from './live-fiche.module.css'

/** The texts of a fiche as this device holds them, while the server does not give the rest: one goes on writing. */
export function OfflineFiche({ userId, ficheUuid }: { userId: string; ficheUuid: string }) {
  const document = useLiveDocument({ kind: 'fiche', uuid: ficheUuid, userId })

  if (!document) return <FichePageSkeleton />
  return <OfflineTexts key={document.doc.guid} document={document} userId={userId} />
}

function OfflineTexts({ document, userId }: { document: LiveDocument; userId: string }) {
  const router = useRouter()
  const { save, loaded, access, closed } = useLiveSnapshot(document)
  const title = useLiveTitre(document, '').trim() || UNTITLED
  const readOnly = access !== 'write' || save.kind === 'refused'
  const showWhole = () => void router.invalidate()
  // Not under the hand of who writes: they ask for it.
  useServerBack(() => isWriting() || showWhole())
  useSignInAgain(closed === 'signedOut')

  return (
    <Page title={title}>
      <FicheTitle document={document} title={title} loaded={loaded} readOnly={readOnly} />
      <div className={classes.bar}>
        <SaveIndicator save={save} />
      </div>
      <Alert color="encre" mb="lg" title={fr`Cette fiche s’affiche sans le serveur`}>
        <Text size="sm" mb="xs">
          Seuls ses textes sont là, tels que cet appareil les a gardés. Le reste reviendra avec la connexion.
        </Text>
        <Button variant="default" size="compact-sm" onClick={showWhole}>
          Afficher toute la fiche
        </Button>
      </Alert>
      <GivenBack document={document} userId={userId} />
      {loaded ? <FicheTexts document={document} readOnly={readOnly} /> : <TextsSkeleton />}
    </Page>
  )
}

function isWriting(): boolean {
  return window.document.activeElement instanceof HTMLElement && window.document.activeElement.isContentEditable
}
