import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { useReadAfterChanges } from '../../lib/graphql/use-read-after-changes.ts'

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
  const { data } = useQuery(followedPlansQuery, { variables: { siren } })
  useReadAfterChanges(planFichesChanged, data?.collectivite?.plans.edges.map(({ node }) => node.uuid) ?? [], readAgain)
}
