import type { ApolloCache, Reference } from '@apollo/client'

interface Edge {
  __typename?: string
  node: Reference
}

// A type rather than an interface: Apollo takes it for an object of the store.
type StoredConnection = {
  edges: readonly Edge[]
  gathered: readonly Edge[]
}

/** Puts axes and places that came by themselves into the lists of a plan; those already there stay. */
export function addToPlan(
  cache: ApolloCache,
  { planId, axeIds, placementIds }: { planId: string; axeIds: readonly string[]; placementIds: readonly string[] },
): void {
  changeLists(cache, planId, {
    axes: (edges) => withNodes(cache, edges, { typename: 'Axe', ids: axeIds }),
    placements: (edges) => withNodes(cache, edges, { typename: 'Placement', ids: placementIds }),
  })
}

/** Takes axes and places out of the lists of a plan, with the places that these axes held. */
export function removeFromPlan(
  cache: ApolloCache,
  { planId, axeIds, placementIds }: { planId: string; axeIds: readonly string[]; placementIds: readonly string[] },
): void {
  const axeRefs = new Set(axeIds.map((id) => cache.identify({ __typename: 'Axe', id })))
  const placementRefs = new Set(placementIds.map((id) => cache.identify({ __typename: 'Placement', id })))
  changeLists(cache, planId, {
    axes: (edges) => edges.filter(({ node }) => !axeRefs.has(node.__ref)),
    placements: (edges, axeOf) =>
      edges.filter(({ node }) => !placementRefs.has(node.__ref) && !axeRefs.has(axeOf(node) ?? '')),
  })
}

type Change = (edges: readonly Edge[], axeOf: (place: Reference) => string | undefined) => readonly Edge[]

function changeLists(cache: ApolloCache, planId: string, changes: { axes: Change; placements: Change }): void {
  const id = cache.identify({ __typename: 'Plan', id: planId })
  if (!id) return
  const field =
    (change: Change) =>
    (
      stored: Reference | StoredConnection,
      { readField }: { readField: (name: string, from: Reference) => unknown },
    ): Reference | StoredConnection => {
      if ('__ref' in stored) return stored
      const axeOf = (place: Reference) => refOf(readField('axe', place))
      return { ...stored, edges: change(stored.edges, axeOf), gathered: change(stored.gathered, axeOf) }
    }
  cache.modify({
    id,
    fields: { axes: field(changes.axes), placements: field(changes.placements) },
  })
}

function withNodes(
  cache: ApolloCache,
  edges: readonly Edge[],
  { typename, ids }: { typename: 'Axe' | 'Placement'; ids: readonly string[] },
): readonly Edge[] {
  const there = new Set(edges.map(({ node }) => node.__ref))
  const added = ids.flatMap((id): Edge[] => {
    const ref = cache.identify({ __typename: typename, id })
    return ref === undefined || there.has(ref) ? [] : [{ __typename: `${typename}Edge`, node: { __ref: ref } }]
  })
  return added.length > 0 ? [...edges, ...added] : edges
}

function refOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && '__ref' in value ? String(value.__ref) : undefined
}
