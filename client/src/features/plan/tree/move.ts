import type { ApolloClient } from '@apollo/client'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import type { PlanPlace } from '../use-plan.ts'
import { provisionalPositions, type Target } from './drop.ts'
import type { TreeIndex } from './tree-index.ts'
import { showMovedAxes, showMovedPlaces } from './show-moved.ts'
import { moveAxesMutation, movePlacementsMutation } from './tree-mutations.ts'

interface Moving {
  apollo: ApolloClient
  planId: string
  /** What the page shows is moved at once when it is given; else once the server has answered. */
  index?: TreeIndex<PlanPlace>
}

/** Moves axes; answers the moves that put them back, or null when it was refused: they are then back, and it is said. */
export async function moveAxes(
  { apollo, planId, index }: Moving,
  targets: readonly Target[],
): Promise<Target[] | null> {
  const settle = index && showMovedAxes(apollo, { index, targets, positionsOf: provisionalPositions })
  const moves = targets.map(({ ids, ...place }) => ({ axeIds: ids, ...place }))
  const { data } = await apollo
    .mutate({ mutation: moveAxesMutation, variables: { input: { planId, moves } } })
    .catch(() => ({ data: null }))
  if (data?.moveAxes.__typename === 'MoveAxesSuccess') return data.moveAxes.back.map(targetOf)
  settle?.()
  return refused(data?.moveAxes.message)
}

/** The same for fiches, by their places. */
export async function movePlaces(
  { apollo, planId, index }: Moving,
  targets: readonly Target[],
): Promise<Target[] | null> {
  const settle = index && showMovedPlaces(apollo, { index, targets, positionsOf: provisionalPositions })
  const moves = targets.map(({ ids, parentId, ...place }) => ({ placementIds: ids, axeId: parentId, ...place }))
  const { data } = await apollo
    .mutate({ mutation: movePlacementsMutation, variables: { input: { planId, moves } } })
    .catch(() => ({ data: null }))
  if (data?.movePlacements.__typename === 'MovePlacementsSuccess') return data.movePlacements.back.map(targetOf)
  settle?.()
  return refused(data?.movePlacements.message)
}

function targetOf(back: {
  ids: string[]
  parentId?: string | null
  beforeId?: string | null
  afterId?: string | null
}): Target {
  return {
    ids: back.ids,
    parentId: back.parentId ?? null,
    beforeId: back.beforeId ?? null,
    afterId: back.afterId ?? null,
  }
}

function refused(message: string | undefined): null {
  showRefusal(message ?? UNEXPECTED_ERROR)
  return null
}
