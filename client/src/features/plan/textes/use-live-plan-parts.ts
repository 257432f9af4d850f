import { useEffect, useState } from 'react'
import type * as LivePlanModule from './live-plan-parts.tsx'
import { brought } from '../../../ui/on-demand.tsx'

type LivePlanParts = typeof LivePlanModule

const code = brought<LivePlanParts>(() => import('./live-plan-parts.tsx'))

/** How long until the code is asked for again, where it could not be had. */
const RETRY_DELAY_MS = 5_000

/** The code of the live texts, which comes once the plan is painted: it is read, and its tree changed, without. Null until then. */
export function useLivePlanParts(): LivePlanParts | null {
  const [parts, setParts] = useState<LivePlanParts | null>(null)

  useEffect(() => {
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const bring = () => {
      code.bring().then(
        (brought) => isShown && setParts(brought),
        () => (timer = setTimeout(bring, RETRY_DELAY_MS)),
      )
    }
    bring()
    return () => {
      isShown = false
      clearTimeout(timer)
    }
  }, [])

  return parts
}
