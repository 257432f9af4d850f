import { graphql } from '../../gql/gql.ts'
import { useReadAfterChanges } from '../../lib/graphql/use-read-after-changes.ts'

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
  useReadAfterChanges(planOfListChanged, uuids.slice(0, MAX_FOLLOWED), readAgain)
}
