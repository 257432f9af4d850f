import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { planQuery } from '../plan-query.ts'
import { addToPlan, removeFromPlan } from './tree-cache.ts'
import type { TreeStore } from './tree-store.ts'

/** How long what a colleague changed stays marked. */
const FLASH_MS = 2000

const planChanges = graphql(`
  subscription PlanChanges($uuid: UUID!) {
    planChanged(uuid: $uuid) {
      auteur
      auteurEstVous
      plan {
        id
        nom
        type
        typeAutre
        fichesCount
        niveaux
        dateDebut
        dateFin
        ...PlanPeople
      }
      axes {
        id
        ...TreeAxeRow
      }
      removedAxeIds
      placements {
        id
        ...TreePlaceRow
      }
      removedPlacementIds
    }
  }
`)

/** Keeps the tree as colleagues change it: what they add, move, rename and take away. */
export function usePlanChanges({ uuid, planId, store }: { uuid: string; planId: string; store: TreeStore }): void {
  const apollo = useApolloClient()
  const flash = useFlash(store)

  useSubscription(planChanges, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return
      // The plan cannot be read any more: the page says so.
      if (!data.planChanged) return void apollo.refetchQueries({ include: [planQuery] })
      const { axes, placements, removedAxeIds, removedPlacementIds, auteurEstVous } = data.planChanged
      const axeIds = axes.map(({ id }) => id)
      const placementIds = placements.map(({ id }) => id)
      addToPlan(apollo.cache, { planId, axeIds, placementIds })
      removeFromPlan(apollo.cache, { planId, axeIds: removedAxeIds, placementIds: removedPlacementIds })
      if (!auteurEstVous) flash([...axeIds, ...placementIds])
    },
    // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
    onError: () => undefined,
  })
}

function useFlash(store: TreeStore): (ids: readonly string[]) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (ids) => {
    if (ids.length === 0) return
    store.set({ flashed: new Set([...store.state.flashed, ...ids]) })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => store.set({ flashed: new Set() }), FLASH_MS)
  }
}
