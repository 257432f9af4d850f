import { useEffect } from 'react'

/**
 * Asks for the following pages of a list that the page shows whole, one after the other, as each arrives in the cache
 * (where `wholeConnection` joins them). A page that does not come stops there: the list says that it is not whole.
 *
 * @param pageInfo of the page received last
 * @param loadPage loads the page that starts after the cursor into the cache; a stable function
 */
export function useNextPages({
  pageInfo,
  loadPage,
}: {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined
  loadPage: (after: string) => void
}): void {
  const after = pageInfo?.hasNextPage ? pageInfo.endCursor : null

  useEffect(() => {
    if (after) loadPage(after)
  }, [after, loadPage])
}
