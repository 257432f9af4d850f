import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { type AxePath, loadAxePaths } from './load-axe-paths.ts'

/** The axes of a plan; null until all have come, or when they could not be read. */
export function useAxePaths(uuid: string): { axes: readonly AxePath[] | null; failed: boolean; retry: () => void } {
  const apollo = useApolloClient()
  const [axes, setAxes] = useState<readonly AxePath[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let abandoned = false
    setAxes(null)
    setFailed(false)
    loadAxePaths(apollo, uuid).then(
      (loaded) => !abandoned && setAxes(loaded),
      () => !abandoned && setFailed(true),
    )
    return () => {
      abandoned = true
    }
  }, [apollo, uuid, attempt])

  return { axes, failed, retry: useCallback(() => setAttempt((count) => count + 1), []) }
}
