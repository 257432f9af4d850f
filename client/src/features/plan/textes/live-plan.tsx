import { type ReactNode, useEffect, useMemo } from 'react'
import { useSignInAgain } from '../../../app/use-sign-in-again.ts'
import { useViewer } from '../../../app/viewer.ts'
import type { LiveDocument } from '../../../lib/live/live-document.ts'
import { useLiveDocument, useLiveSnapshot } from '../../../lib/live/use-live-document.ts'
import { ClosedNotice } from '../../../ui/live/closed-notice.tsx'
import { GivenBack } from '../../../ui/live/given-back.tsx'
import { LeaveGuard } from '../../../ui/live/leave-guard.tsx'
import { PresentUsers } from '../../../ui/live/present-users.tsx'
import { SaveIndicator } from '../../../ui/live/save-indicator.tsx'
import { SlowNetworkNotice } from '../../../ui/live/slow-network-notice.tsx'
import { useRightsNotice } from '../../../ui/live/use-rights-notice.ts'
import classes from './live-plan.module.css'
import { PlanDescription } from './plan-description.tsx'
import { PlanTextesProvider } from './plan-textes.ts'
import { bringEditor } from './texte-on-demand.tsx'

/**
 * The tree of a plan among its live texts: who is there, what is saved, and what to do when it cannot be.
 *
 * @param published the description for whoever reads the plan only as it is published
 */
export function LivePlan({
  planUuid,
  published,
  children,
}: {
  planUuid: string
  published: string
  children: ReactNode
}) {
  const { uuid: userId } = useViewer()
  const document = useLiveDocument({ kind: 'plan', uuid: planUuid, userId })

  if (!document) return children
  return (
    <OpenPlan key={document.doc.guid} document={document} userId={userId} published={published}>
      {children}
    </OpenPlan>
  )
}

function OpenPlan({
  document,
  userId,
  published,
  children,
}: {
  document: LiveDocument
  userId: string
  published: string
  children: ReactNode
}) {
  const snapshot = useLiveSnapshot(document)
  const { closed, loaded, access, save } = snapshot
  const readOnly = access !== 'write' || save.kind === 'refused'
  const isOpen = loaded && closed !== 'notFound'
  const textes = useMemo(() => (isOpen ? { document, readOnly } : null), [isOpen, document, readOnly])
  const mayWrite = isOpen && !readOnly
  useEffect(() => {
    // Without network, it comes once asked for, or says that it cannot.
    if (mayWrite) void bringEditor().catch(() => undefined)
  }, [mayWrite])
  useSignInAgain(closed === 'signedOut')
  useRightsNotice(document)

  return (
    <PlanTextesProvider value={textes}>
      {closed === 'notFound' ? (
        published && <p className={classes.published}>{published}</p>
      ) : (
        <>
          <div className={classes.bar}>
            <SaveIndicator save={save} />
            <SlowNetworkNotice snapshot={snapshot} />
            <PresentUsers document={document} ownUserId={userId} />
          </div>
          <ClosedNotice document={document} />
          <PlanDescription />
        </>
      )}
      <GivenBack document={document} userId={userId} />
      {children}
      <LeaveGuard document={document} />
    </PlanTextesProvider>
  )
}
