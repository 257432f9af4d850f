import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useEffect, useMemo, useRef } from 'react'
import { readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import type { PlanChangesSubscription } from '../../../gql/graphql.ts'
import { fr } from '../../../lib/text/french.ts'
import { showChange } from '../../../ui/show-change.ts'
import { showTypedWords } from '../../../ui/show-typed-words.tsx'
import { planQuery, treeAxeFragment } from '../plan-query.ts'
import { RenameNotices } from './rename-notices.ts'
import { addToPlan, removeFromPlan } from './tree-cache.ts'
import type { TreeStore } from './tree-store.ts'

/** How long what a colleague changed stays marked. */
const FLASH_MS = 2000

const planChanges = graphql(`
  subscription PlanChanges($uuid: UUID!) {
    planChanged(uuid: $uuid) {
      fields
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
        ...PlanArchive
      }
      axes {
        id
        ...TreeAxeRow
      }
      renamedAxeIds
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
  const notices = useMemo(() => new RenameNotices(), [])

  useSubscription(planChanges, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return
      // The plan cannot be read any more: the page says so.
      if (!data.planChanged) return void apollo.refetchQueries({ include: [planQuery] })
      // So is what may be done with each of its fiches.
      if (data.planChanged.fields.includes('archivedAt')) void apollo.refetchQueries({ include: [planQuery] })
      const { axes, placements, removedAxeIds, removedPlacementIds, auteur, auteurEstVous } = data.planChanged
      const axeIds = axes.map(({ id }) => id)
      const placementIds = placements.map(({ id }) => id)
      addToPlan(apollo.cache, { planId, axeIds, placementIds })
      removeFromPlan(apollo.cache, { planId, axeIds: removedAxeIds, placementIds: removedPlacementIds })
      if (!auteurEstVous) flash([...axeIds, ...placementIds])
      giveBackTyped(store, { removedAxeIds, auteur: auteur ?? null })

      const now = Date.now()
      for (const renamed of renamedIn(data.planChanged)) {
        const { id } = renamed
        if (auteurEstVous) notices.own(id, now)
        else if (auteur) {
          const message = notices.colleague(renamed, { auteur, typing: store.state.renaming === id, now })
          if (message !== null) showChange({ id: `renamed ${id}`, message })
        }
      }
    },
    // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
    onError: () => undefined,
  })
}

/** A name being typed is given back when its axe goes, with whom it went. */
function giveBackTyped(
  store: TreeStore,
  { removedAxeIds, auteur }: { removedAxeIds: readonly string[]; auteur: string | null },
): void {
  const { renaming, typed } = store.state
  if (renaming === null || !removedAxeIds.includes(renaming)) return
  store.set({ renaming: null, typed: undefined })
  if (!typed) return
  const who = auteur ?? 'Quelqu’un'
  showTypedWords({ message: fr`${who} a mis cet axe à la corbeille. Vous lui donniez pour nom :`, words: typed })
}

/** The axes that have another name, and the plan when it has. */
function renamedIn({ fields, plan, axes, renamedAxeIds }: NonNullable<PlanChangesSubscription['planChanged']>) {
  const renamed = axes
    .filter(({ id }) => renamedAxeIds.includes(id))
    .map((axe) => ({ id: axe.id, what: 'l’axe' as const, nom: readFragment(treeAxeFragment, axe).nom }))
  if (!plan || !fields.includes('nom')) return renamed
  return [...renamed, { id: plan.id, what: 'le plan' as const, nom: plan.nom }]
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
