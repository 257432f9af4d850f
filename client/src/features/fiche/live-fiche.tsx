import type { ComponentProps, ReactNode } from 'react'
import { useSignInAgain } from '../../app/use-sign-in-again.ts'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { useLiveSnapshot } from '../../lib/live/use-live-document.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { TextsSkeleton } from '../../ui/page-skeletons.tsx'
import { Page } from '../../ui/page.tsx'
import { ClosedNotice } from '../../ui/live/closed-notice.tsx'
import { GivenBack } from '../../ui/live/given-back.tsx'
import { FicheTexts } from './fiche-texts.tsx'
import { FicheTitle } from './fiche-title.tsx'
import { GoneFiche } from './gone-fiche.tsx'
import { FicheMissing } from './missing/fiche-missing.tsx'
import { LeaveGuard } from '../../ui/live/leave-guard.tsx'
import { PresentUsers } from '../../ui/live/present-users.tsx'
import { SaveIndicator } from '../../ui/live/save-indicator.tsx'
import { FicheSections } from './sections/fiche-sections.tsx'
import { SectionSummary } from './sections/section-summary.tsx'
import { SlowNetworkNotice } from '../../ui/live/slow-network-notice.tsx'
import { useLiveTitre } from './use-live-titre.ts'
import classes from './live-fiche.module.css'

/**
 * The fiche around its live texts: who is there, what is saved, and what to do when it cannot be.
 *
 * @param titre shown until the live one has come
 */
export function LiveFiche({
  document,
  titre,
  userId,
  breadcrumbs,
  missing,
  facts,
  characteristics,
  lists,
}: {
  document: LiveDocument
  titre: string
  userId: string
  breadcrumbs: ReactNode
  missing: ComponentProps<typeof FicheMissing>['fiche']
  facts: ReactNode
  characteristics: ReactNode
  /** Its lists, some of which hold live texts. */
  lists: ComponentProps<typeof FicheSections>['fiche']
}) {
  const snapshot = useLiveSnapshot(document)
  const { closed, loaded, access, save } = snapshot
  const title = useLiveTitre(document, titre).trim() || UNTITLED
  // What would be written after a refusal would not be kept.
  const readOnly = access !== 'write' || save.kind === 'refused'
  useSignInAgain(closed === 'signedOut')

  if (closed === 'notFound') return <GoneFiche document={document} userId={userId} />
  return (
    <Page title={title} wide>
      {breadcrumbs}
      <FicheTitle document={document} title={title} loaded={loaded} readOnly={readOnly} />
      <div className={classes.bar}>
        <SaveIndicator save={save} />
        <SlowNetworkNotice snapshot={snapshot} />
        <PresentUsers document={document} ownUserId={userId} />
      </div>
      {!readOnly && <FicheMissing fiche={missing} document={document} loaded={loaded} />}
      <ClosedNotice document={document} />
      <GivenBack document={document} userId={userId} />
      <div className={classes.columns}>
        <div className={classes.facts}>{facts}</div>
        <div className={classes.texts}>
          <SectionSummary fiche={lists} />
          {loaded ? <FicheTexts document={document} readOnly={readOnly} /> : <TextsSkeleton />}
          {loaded && characteristics}
          {loaded && <FicheSections fiche={lists} document={document} readOnly={readOnly} />}
        </div>
      </div>
      <LeaveGuard document={document} />
    </Page>
  )
}
