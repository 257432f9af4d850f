import type { ApolloClient } from '@apollo/client'
import { graphql } from '../../../gql/gql.ts'
import { axePaths, buildPlanTree, type LoadedAxe } from '../../../lib/plan/plan-tree-model.ts'

const axesQuery = graphql(`
  query TargetAxes($uuid: UUID!, $after: String) {
    plan(uuid: $uuid) {
      id
      axes(first: 300, after: $after) {
        edges {
          node {
            id
            uuid
            nom
            position
            parent {
              id
            }
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

/** An axe of a plan, by the names from the root down to its own. */
export type AxePath = ReturnType<typeof axePaths>[number]

/** Every axe of a plan from top to bottom, page after page, beside what the pages keep. @throws when a page cannot be read */
export async function loadAxePaths(apollo: ApolloClient, uuid: string): Promise<AxePath[]> {
  const axes: LoadedAxe[] = []
  let after: string | null = null
  do {
    const variables: { uuid: string; after: string | null } = { uuid, after }
    const { data } = await apollo.query({ query: axesQuery, variables, fetchPolicy: 'no-cache' })
    const page = data?.plan?.axes
    if (!page) throw new Error('the plan is not there any more')
    axes.push(...page.edges.map(({ node }) => ({ ...node, parent: node.parent ?? null })))
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
  } while (after)
  return axePaths(buildPlanTree({ axes, places: [], complete: true }))
}
