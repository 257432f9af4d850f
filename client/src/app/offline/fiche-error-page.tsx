import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useDevice } from '../../lib/device/device-context.ts'
import { FichePageSkeleton } from '../../ui/page-skeletons.tsx'
import { lastViewer } from '../last-viewer.ts'
import { OfflinePage } from './offline-page.tsx'

const OfflineFiche = lazy(async () => ({
  default: (await import('../../features/fiche/offline-fiche.tsx')).OfflineFiche,
}))

/** The page of a fiche that the server did not give: its texts as this device holds them, if it does. */
export function FicheErrorPage() {
  const userId = lastViewer()?.uuid ?? null
  const ficheUuid = useLocation({ select: ({ pathname }) => ficheUuidIn(pathname) })
  const isHeld = useIsHeld({ userId, path: `fiche/${ficheUuid}` })

  if (isHeld === null) return <FichePageSkeleton />
  if (!isHeld || userId === null || ficheUuid === null) return <OfflinePage userId={userId} />
  return (
    <Suspense fallback={<FichePageSkeleton />}>
      <OfflineFiche userId={userId} ficheUuid={ficheUuid} />
    </Suspense>
  )
}

function ficheUuidIn(pathname: string): string | null {
  return /^\/fiches\/([^/]+)/.exec(pathname)?.[1] ?? null
}

/** Null until it is known. */
function useIsHeld({ userId, path }: { userId: string | null; path: string }): boolean | null {
  const device = useDevice()
  const [isHeld, setIsHeld] = useState<boolean | null>(null)

  useEffect(() => {
    let isShown = true
    void (userId === null ? Promise.resolve(false) : device.holds(userId, path)).then(
      (held) => isShown && setIsHeld(held),
    )
    return () => void (isShown = false)
  }, [device, userId, path])

  return isHeld
}
