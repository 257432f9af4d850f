import { useSubscription } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../gql/gql.ts'
import { oneAtATime } from '../graphql/one-at-a-time.ts'

const mesFichesChangedSubscription = graphql(`
  subscription MesFichesChanged {
    mesFichesChanged {
      at
    }
  }
`)

/** Reads again what a page shows of one's fiches, whenever one of them changes, comes or goes. What cannot be read stays as it is shown. */
export function useMesFichesChanges(read: () => Promise<unknown>): void {
  const reload = useMemo(() => oneAtATime(read), [read])
  useSubscription(mesFichesChangedSubscription, { onData: () => void reload(), ignoreResults: true })
}
