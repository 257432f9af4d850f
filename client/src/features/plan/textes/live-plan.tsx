import { type ReactNode, useEffect, useMemo } from 'react'
import { useSignInAgain } from '../../../app/use-sign-in-again.ts'
import { useViewer } from '../../../app/viewer.ts'
import { useLiveDocument, useOptionalSnapshot } from '../../../lib/live/use-live-document.ts'
import { useRightsNotice } from '../../../ui/live/use-rights-notice.ts'
import classes from './live-plan.module.css'
import { PlanDescription } from './plan-description.tsx'
import { PlanTextesProvider } from './plan-textes.ts'
import { bringEditor } from './texte-on-demand.tsx'
import { useLivePlanParts } from './use-live-plan-parts.ts'

/**
 * The tree of a plan among its live texts: who is there, what is saved, and what to do when it cannot be.
 *
 * @param published the description as the page was read with it: shown until it is live, and to whoever reads the plan only as it is published
 * @param mayWrite what is known of it before the texts are live
 */
export function LivePlan({
  planUuid,
  published,
  mayWrite,
  children,
}: {
  planUuid: string
  published: string
  mayWrite: boolean
  children: ReactNode
}) {
  const { uuid: userId } = useViewer()
  const parts = useLivePlanParts()
  const document = useLiveDocument({
    kind: 'plan',
    uuid: planUuid,
    userId,
    openDocument: parts?.openLiveDocument ?? null,
  })
  const snapshot = useOptionalSnapshot(document)
  const closed = snapshot?.closed ?? null
  const open = snapshot?.loaded ? document : null
  const readOnly = open ? snapshot?.access !== 'write' || snapshot.save.kind === 'refused' : !mayWrite
  const textes = useMemo(() => (closed === 'notFound' ? null : { document: open, readOnly }), [closed, open, readOnly])
  const writes = open !== null && !readOnly
  useEffect(() => {
    // Without network, it comes once asked for, or says that it cannot.
    if (writes) void bringEditor().catch(() => undefined)
  }, [writes])
  useSignInAgain(closed === 'signedOut')
  useRightsNotice(document)

  const live = parts && document && { document, userId }
  const key = document?.doc.guid
  return (
    <PlanTextesProvider value={textes}>
      {textes ? (
        <>
          <div className={classes.bar}>{live && <parts.LivePlanBar key={key} {...live} />}</div>
          <PlanDescription published={published} />
        </>
      ) : (
        published && <p className={classes.published}>{published}</p>
      )}
      {live && <parts.LivePlanNotices key={key} {...live} />}
      {children}
    </PlanTextesProvider>
  )
}
