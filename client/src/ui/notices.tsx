import { notificationsStore } from '@mantine/notifications'
import { type ComponentType, useEffect, useState } from 'react'
import { brought } from './on-demand.tsx'

const code = brought(() => import('./shown-notices.tsx').then(({ ShownNotices }) => ShownNotices))

/** Where notices are shown. What shows them comes once the page is at rest, or with the first: nothing that was said is lost. */
export function Notices() {
  const [Shown, setShown] = useState<ComponentType | null>(null)

  useEffect(() => {
    const bring = () => {
      code.bring().then(
        (part) => setShown(() => part),
        () => undefined,
      )
    }
    code.bringAtRest()
    return notificationsStore.subscribe(bring)
  }, [])

  return Shown && <Shown />
}
