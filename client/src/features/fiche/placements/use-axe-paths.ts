import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { type AxePath, loadAxePaths } from './load-axe-paths.ts'

/** The axes of one plan; null until all have come, or when they could not be read. */
export function useAxePaths(uuid: string): { axes: readonly AxePath[] | null; failed: boolean; retry: () => void } {
  const apollo = useApolloClient()
  const [axes, setAxes] = useState<readonly AxePath[] | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(() => {
    let abandoned = false
    loadAxePaths(apollo, uuid).then(
      (loaded) => !abandoned && setAxes(loaded),
      () => !abandoned && setFailed(true),
    )
    return () => {
      abandoned = true
    }
  }, [apollo, uuid])
  useEffect(load, [load])

  function retry() {
    setFailed(false)
    load()
  }
  return { axes, failed, retry }
}
