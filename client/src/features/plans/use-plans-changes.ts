import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { graphql } from '../../gql/gql.ts'

/** The numbers are read again this long after a change, once for all those that came meanwhile: fifty agents write at the same time. */
const READ_AGAIN_MS = 3_000

/** Plans that are followed: as many as one looks at. */
const MAX_FOLLOWED = 60

const planOfListChanged = graphql(`
  subscription PlanOfListChanged($uuid: UUID!) {
    planChanged(uuid: $uuid) {
      fields
    }
  }
`)

/** Has plans read again once somebody has changed one of them or its fiches. */
export function usePlansChanges(uuids: readonly string[], readAgain: () => void): void {
  const apollo = useApolloClient()
  const followed = uuids.slice(0, MAX_FOLLOWED).join()
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
        apollo
          .subscribe({ query: planOfListChanged, variables: { uuid } })
          .subscribe({ next: changed, error: () => undefined }),
      )
    return () => {
      clearTimeout(timer)
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [apollo, followed])
}
