import type { TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'

/** What is shown is read again this long after a change, once for all those that came meanwhile: fifty agents write at the same time. */
const READ_AGAIN_MS = 3_000

/** Has something read again once one of these has changed, by a subscription to each. @param uuids as one looks at, not as many as there are */
export function useReadAfterChanges(
  changes: TypedDocumentNode<unknown, { uuid: string }>,
  uuids: readonly string[],
  readAgain: () => void,
): void {
  const apollo = useApolloClient()
  const followed = uuids.join()
  const read = useRef(readAgain)
  useEffect(() => {
    read.current = readAgain
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        read.current()
      }, READ_AGAIN_MS)
    }
    const subscriptions = followed
      .split(',')
      .filter((uuid) => uuid !== '')
      .map((uuid) =>
        apollo.subscribe({ query: changes, variables: { uuid } }).subscribe({
          next: changed,
          // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
          error: () => undefined,
        }),
      )
    return () => {
      clearTimeout(timer)
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [apollo, changes, followed])
}
