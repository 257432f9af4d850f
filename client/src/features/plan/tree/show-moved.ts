import type { ApolloClient, Reference } from '@apollo/client'
import type { PlanPlace } from '../use-plan.ts'
import type { provisionalPositions, Target } from './drop.ts'
import type { TreeIndex } from './tree-index.ts'

interface Shown {
  index: TreeIndex<PlanPlace>
  targets: readonly Target[]
  positionsOf: typeof provisionalPositions
}

/** Shows axes where they are being moved, before the server has answered; returns what shows them where they were. */
export function showMovedAxes(apollo: ApolloClient, { index, targets, positionsOf }: Shown): () => void {
  const before = targets.flatMap(({ ids }) =>
    ids.flatMap((id) => {
      const axe = index.axes.get(id)
      return axe ? [{ id, position: axe.position, parentId: axe.parentId }] : []
    }),
  )
  for (const target of targets) {
    const positions = positionsOf(index, target, 'axes')
    for (const [at, id] of target.ids.entries())
      writeAxe(apollo, { id, position: positions[at] ?? '', parentId: target.parentId })
  }
  return () => before.forEach((axe) => writeAxe(apollo, axe))
}

/** The same for the places of fiches. */
export function showMovedPlaces(apollo: ApolloClient, { index, targets, positionsOf }: Shown): () => void {
  const before = targets.flatMap(({ ids }) =>
    ids.flatMap((id) => {
      const place = index.places.get(id)
      return place ? [{ id, position: place.position, parentId: place.axe?.id ?? null }] : []
    }),
  )
  for (const target of targets) {
    const positions = positionsOf(index, target, 'places')
    for (const [at, id] of target.ids.entries())
      writePlace(apollo, { id, position: positions[at] ?? '', parentId: target.parentId })
  }
  return () => before.forEach((place) => writePlace(apollo, place))
}

interface Placed {
  id: string
  position: string
  parentId: string | null
}

function writeAxe(apollo: ApolloClient, { id, position, parentId }: Placed): void {
  apollo.cache.modify<{ position: string; parent: Reference | null }>({
    ...named(apollo, { __typename: 'Axe', id }),
    fields: { position: () => position, parent: () => axeRef(apollo, parentId) },
  })
}

function writePlace(apollo: ApolloClient, { id, position, parentId }: Placed): void {
  apollo.cache.modify<{ position: string; axe: Reference | null }>({
    ...named(apollo, { __typename: 'Placement', id }),
    fields: { position: () => position, axe: () => axeRef(apollo, parentId) },
  })
}

/** What names a thing in the cache; a thing that is not there is looked for by a name that nothing has. */
function named(apollo: ApolloClient, thing: { __typename: string; id: string }): { id: string } {
  return { id: apollo.cache.identify(thing) ?? `${thing.__typename}:` }
}

function axeRef(apollo: ApolloClient, id: string | null): Reference | null {
  const ref = id === null ? undefined : apollo.cache.identify({ __typename: 'Axe', id })
  return ref === undefined ? null : { __ref: ref }
}
