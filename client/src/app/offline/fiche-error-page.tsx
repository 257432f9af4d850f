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
  const ficheUuid = useLocation({ select: ({ pathname }) => ficheUuidIn(pathname) })
  const held = useHeld(ficheUuid)

  if (held === null) return <FichePageSkeleton />
  const { userId, isHeld } = held
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

/** Who was signed in here, and whether this device holds the fiche for them; null until it is known. */
function useHeld(ficheUuid: string | null): { userId: string | null; isHeld: boolean } | null {
  const device = useDevice()
  const [held, setHeld] = useState<{ userId: string | null; isHeld: boolean } | null>(null)

  useEffect(() => {
    let isShown = true
    async function look() {
      const userId = (await lastViewer())?.uuid ?? null
      const isHeld = userId !== null && ficheUuid !== null && (await device.holds(userId, `fiche/${ficheUuid}`))
      if (isShown) setHeld({ userId, isHeld })
    }
    void look()
    return () => void (isShown = false)
  }, [device, ficheUuid])

  return held
}
