import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { type AxePath, loadAxePaths } from './load-axe-paths.ts'

export interface AxesOfPlan {
  /** Null until all have come, or when they could not be read. */
  axes: readonly AxePath[] | null
  failed: boolean
  retry: () => void
}

/** The axes of a plan, if one is chosen. */
export function useAxePaths(uuid: string | null): AxesOfPlan {
  const apollo = useApolloClient()
  // Of which plan: what comes of one that was chosen before is not shown for the next.
  const [loaded, setLoaded] = useState<{ uuid: string; axes: readonly AxePath[] | null } | null>(null)

  const load = useCallback(() => {
    if (!uuid) return
    loadAxePaths(apollo, uuid).then(
      (axes) => setLoaded({ uuid, axes }),
      () => setLoaded({ uuid, axes: null }),
    )
  }, [apollo, uuid])
  useEffect(load, [load])

  const own = loaded?.uuid === uuid ? loaded : null
  return {
    axes: own?.axes ?? null,
    failed: own?.axes === null,
    retry: () => {
      setLoaded(null)
      load()
    },
  }
}
