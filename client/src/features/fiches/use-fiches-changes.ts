import { useApolloClient, useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { graphql } from '../../gql/gql.ts'

/** Lists are read again this long after a change, once for all those that came meanwhile: fifty agents write at the same time. */
const READ_AGAIN_MS = 3_000

const followedPlansQuery = graphql(`
  query FollowedPlans($siren: String!) {
    collectivite(siren: $siren) {
      id
      plans(first: 60) {
        edges {
          node {
            id
            uuid
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

const planFichesChanged = graphql(`
  subscription PlanFichesChanged($uuid: UUID!) {
    planChanged(uuid: $uuid) {
      placements {
        id
        axe {
          id
          nom
        }
        fiche {
          id
          ...FicheLine
        }
      }
    }
  }
`)

/**
 * Keeps the fiches of a page as colleagues change them. What changed of a fiche comes with the change itself; the list is read again a little
 * later, for those that come, go, or stand elsewhere in it.
 */
export function useFichesChanges(siren: string, readAgain: () => void): void {
  const apollo = useApolloClient()
  const { data } = useQuery(followedPlansQuery, { variables: { siren } })
  const uuids = data?.collectivite?.plans.edges.map(({ node }) => node.uuid).join() ?? ''
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
    const subscriptions = uuids
      .split(',')
      .filter((uuid) => uuid !== '')
      .map((uuid) =>
        apollo.subscribe({ query: planFichesChanged, variables: { uuid } }).subscribe({
          next: changed,
          // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
          error: () => undefined,
        }),
      )
    return () => {
      clearTimeout(timer)
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [apollo, uuids])
}
