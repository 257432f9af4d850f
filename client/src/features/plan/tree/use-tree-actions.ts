import type { ApolloClient } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import type { PlanPlace } from '../use-plan.ts'
import type { Drop, Target } from './drop.ts'
import { moveAxes, movePlaces } from './move.ts'
import { addToPlan, removeFromPlan } from './tree-cache.ts'
import type { TreeIndex } from './tree-index.ts'
import {
  createAxeMutation,
  deleteAxesMutation,
  deleteFichesMutation,
  putBackMutation,
  removePlacementMutation,
  renameAxeMutation,
  restoreMutation,
} from './tree-mutations.ts'
import type { Undos } from './undos.ts'

export interface TreeActions {
  move: (drop: Drop, index: TreeIndex<PlanPlace>) => Promise<void>
  /** @returns the id of the axe; null when it was refused, which is said */
  createAxe: (axe: { parentId: string | null; nom: string }) => Promise<string | null>
  renameAxe: (axe: { id: string; nom: string }) => Promise<boolean>
  remove: (things: { axeIds: string[]; ficheIds: string[] }) => Promise<boolean>
  removePlace: (place: PlanPlace) => Promise<void>
}

/** What one may do to the tree. Each act offers to undo it; a refusal is said, and nothing has changed. */
export function useTreeActions({ planId, undos }: { planId: string; undos: Undos }): TreeActions {
  const apollo = useApolloClient()
  return useMemo(() => {
    const actions = treeActions({ apollo, planId, undos })
    return {
      move: (drop, index) => undos.act(() => actions.move(drop, index)),
      createAxe: (axe) => undos.act(() => actions.createAxe(axe)),
      renameAxe: (axe) => undos.act(() => actions.renameAxe(axe)),
      remove: (things) => undos.act(() => actions.remove(things)),
      removePlace: (place) => undos.act(() => actions.removePlace(place)),
    }
  }, [apollo, planId, undos])
}

function treeActions({ apollo, planId, undos }: { apollo: ApolloClient; planId: string; undos: Undos }): TreeActions {
  const deletion = deletions({ apollo, planId })
  return {
    async move(drop, index) {
      const axesBack = drop.axes && (await moveAxes({ apollo, planId, index }, [drop.axes]))
      const placesBack = drop.places && (await movePlaces({ apollo, planId, index }, [drop.places]))
      if (!axesBack && !placesBack) return
      undos.offer(movedText(drop), async () => {
        if (axesBack) await moveAxes({ apollo, planId }, axesBack)
        if (placesBack) await movePlaces({ apollo, planId }, placesBack)
      })
    },

    async createAxe({ parentId, nom }) {
      const { data } = await apollo
        .mutate({ mutation: createAxeMutation, variables: { input: { planId, parentId, nom } } })
        .catch(() => ({ data: null }))
      if (data?.createAxe.__typename !== 'CreateAxeSuccess') return refused(data?.createAxe.message)
      const { id } = data.createAxe.axe
      addToPlan(apollo.cache, { planId, axeIds: [id], placementIds: [] })
      undos.offer(fr`« ${nom} » est créé.`, () =>
        deletion.takeAway({ axeIds: [id], ficheIds: [] }).then(() => undefined),
      )
      return id
    },

    async renameAxe({ id, nom }) {
      const rename = async (names: { nom: string; nomAttendu?: string }) => {
        const { data } = await apollo
          .mutate({ mutation: renameAxeMutation, variables: { input: { axeId: id, ...names } } })
          .catch(() => ({ data: null }))
        return data?.renameAxe.__typename === 'RenameAxeSuccess' ? data.renameAxe : refused(data?.renameAxe.message)
      }
      const done = await rename({ nom })
      if (!done) return false
      const { before, axe } = done
      undos.offer(fr`« ${before} » s’appelle « ${axe.nom} ».`, async () => {
        await rename({ nom: before, nomAttendu: axe.nom })
      })
      return true
    },

    async remove(things) {
      const suppressionIds = await deletion.takeAway(things)
      if (!suppressionIds) return false
      const count = things.axeIds.length + things.ficheIds.length
      undos.offer(fr`${counted(count, 'élément est', 'éléments sont')} à la corbeille.`, () =>
        deletion.giveBack(suppressionIds),
      )
      return true
    },

    async removePlace(place) {
      const { data } = await apollo
        .mutate({ mutation: removePlacementMutation, variables: { input: { placementId: place.id } } })
        .catch(() => ({ data: null }))
      if (data?.removePlacement.__typename !== 'RemovePlacementSuccess') {
        refused(data?.removePlacement.message)
        return
      }
      removeFromPlan(apollo.cache, { planId, axeIds: [], placementIds: [place.id] })
      const { axeId, beforeId, afterId } = data.removePlacement
      const input = { ficheId: place.fiche.id, planId, axeId, beforeId, afterId }
      undos.offer('La fiche n’est plus à cet endroit.', async () => {
        const back = await apollo
          .mutate({ mutation: putBackMutation, variables: { input } })
          .catch(() => ({ data: null }))
        if (back.data?.addPlacement.__typename !== 'AddPlacementSuccess') {
          refused(back.data?.addPlacement.message)
          return
        }
        addToPlan(apollo.cache, { planId, axeIds: [], placementIds: [back.data.addPlacement.placement.id] })
      })
    },
  }
}

function deletions({ apollo, planId }: { apollo: ApolloClient; planId: string }) {
  return {
    /** Puts things into the corbeille; answers what restores them, or null when nothing went. */
    async takeAway({ axeIds, ficheIds }: { axeIds: string[]; ficheIds: string[] }): Promise<string[] | null> {
      const suppressionIds: string[] = []
      if (axeIds.length > 0) {
        const { data } = await apollo
          .mutate({ mutation: deleteAxesMutation, variables: { input: { planId, axeIds } } })
          .catch(() => ({ data: null }))
        if (data?.deleteAxes.__typename !== 'DeleteAxesSuccess') return refused(data?.deleteAxes.message)
        suppressionIds.push(...data.deleteAxes.suppressions.map(({ id }) => id))
      }
      if (ficheIds.length > 0) {
        const { data } = await apollo
          .mutate({ mutation: deleteFichesMutation, variables: { input: { ficheIds } } })
          .catch(() => ({ data: null }))
        if (data?.deleteFiches.__typename !== 'DeleteFichesSuccess') {
          refused(data?.deleteFiches.message)
          return suppressionIds.length > 0 ? suppressionIds : null
        }
        suppressionIds.push(...data.deleteFiches.suppressions.map(({ id }) => id))
      }
      return suppressionIds
    },

    async giveBack(suppressionIds: string[]): Promise<void> {
      const { data } = await apollo
        .mutate({ mutation: restoreMutation, variables: { input: { suppressionIds } } })
        .catch(() => ({ data: null }))
      if (data?.restore.__typename !== 'RestoreSuccess') refused(data?.restore.message)
    },
  }
}

/** Says why nothing was done. */
function refused(message: string | undefined): null {
  showRefusal(message ?? UNEXPECTED_ERROR)
  return null
}

function movedText({ axes, places }: Drop): string {
  const parts = [count(axes, 'axe', 'axes'), count(places, 'fiche', 'fiches')].filter((part) => part !== null)
  const feminine = !axes
  const many = (axes?.ids.length ?? 0) + (places?.ids.length ?? 0) > 1
  return `${parts.join(' et ')} ${feminine ? (many ? 'déplacées' : 'déplacée') : many ? 'déplacés' : 'déplacé'}.`
}

function count(target: Target | null, singular: string, plural: string): string | null {
  return target && counted(target.ids.length, singular, plural)
}
