import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import {
  nextAxesQuery,
  nextPlacesQuery,
  planAxesFragment,
  planPlacesFragment,
  treeAxeFragment,
  treePlaceFragment,
} from './plan-query.ts'
import { buildPlanTree } from '../../lib/plan/plan-tree-model.ts'

const route = getRouteApi('/app/plans/$planUuid')

/** A page that failed is told by what is missing: the tree says that it is not whole. */
const fromServer = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const

/** The plan of the page and its tree, which grows until all its pages have come; null where there is no such plan. */
export function usePlan() {
  const { data } = useReadQuery(route.useLoaderData())
  const { planUuid } = route.useParams()
  return useWholePlan(planUuid, data.plan ?? null)
}

type FirstPages = FragmentType<typeof planAxesFragment> & FragmentType<typeof planPlacesFragment>

/** A plan and its tree, from the first page of its axes and of its places on. */
export function useWholePlan<Plan extends FirstPages>(uuid: string, plan: Plan | null) {
  const apollo = useApolloClient()
  const axes = readFragment(planAxesFragment, plan)?.axes
  const places = readFragment(planPlacesFragment, plan)?.placements

  useNextPages({
    pageInfo: axes?.pageInfo,
    loadPage: useCallback(
      (after: string) => void apollo.query({ query: nextAxesQuery, variables: { uuid, after }, ...fromServer }),
      [apollo, uuid],
    ),
  })
  useNextPages({
    pageInfo: places?.pageInfo,
    loadPage: useCallback(
      (after: string) => void apollo.query({ query: nextPlacesQuery, variables: { uuid, after }, ...fromServer }),
      [apollo, uuid],
    ),
  })

  return useMemo(() => {
    if (!plan || !axes || !places) return null
    const complete = !axes.pageInfo.hasNextPage && !places.pageInfo.hasNextPage
    const tree = buildPlanTree({
      axes: axes.edges.map(({ node }) => readFragment(treeAxeFragment, node)),
      places: places.edges.map(({ node }) => readFragment(treePlaceFragment, node)),
      complete,
    })
    return { plan, tree, complete }
  }, [plan, axes, places])
}

/** A place of the tree, with its fiche. */
export type PlanPlace = NonNullable<ReturnType<typeof usePlan>>['tree']['places'][number]
