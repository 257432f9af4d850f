import type { LiveDocument } from '../../../lib/live/live-document.ts'
import { useLiveSnapshot } from '../../../lib/live/use-live-document.ts'
import { ClosedNotice } from '../../../ui/live/closed-notice.tsx'
import { GivenBack } from '../../../ui/live/given-back.tsx'
import { LeaveGuard } from '../../../ui/live/leave-guard.tsx'
import { PresentUsers } from '../../../ui/live/present-users.tsx'
import { SaveIndicator } from '../../../ui/live/save-indicator.tsx'
import { SlowNetworkNotice } from '../../../ui/live/slow-network-notice.tsx'

export { openLiveDocument } from '../../../lib/live/open-live-document.ts'

/** Of the live texts of a plan: what is saved, and who is there. */
export function LivePlanBar({ document, userId }: { document: LiveDocument; userId: string }) {
  const snapshot = useLiveSnapshot(document)

  return (
    <>
      <SaveIndicator save={snapshot.save} />
      <SlowNetworkNotice snapshot={snapshot} />
      <PresentUsers document={document} ownUserId={userId} />
    </>
  )
}

/** What to do when they cannot be saved. */
export function LivePlanNotices({ document, userId }: { document: LiveDocument; userId: string }) {
  const { closed } = useLiveSnapshot(document)

  return (
    <>
      {closed !== 'notFound' && <ClosedNotice document={document} />}
      <GivenBack document={document} userId={userId} />
      <LeaveGuard document={document} />
    </>
  )
}
