import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client'
import { expect, it } from 'vitest'
import { wholeConnection } from './whole-connection.ts'

const query = gql`
  query Places($after: String) {
    plan {
      __typename
      id
      places(after: $after) {
        edges {
          node {
            __typename
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`

interface Shown {
  plan: { places: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean } } }
}

function cacheOfPlan() {
  const cache = new InMemoryCache({ typePolicies: { Plan: { fields: { places: wholeConnection() } } } })
  const client = new ApolloClient({ cache, link: ApolloLink.empty() })
  return {
    receive({ after = null, ids, hasNextPage }: { after?: string | null; ids: string[]; hasNextPage: boolean }) {
      const edges = ids.map((id) => ({ node: { __typename: 'Place', id } }))
      const places = { edges, pageInfo: { hasNextPage, endCursor: ids.at(-1) ?? null } }
      client.writeQuery({ query, variables: { after }, data: { plan: { __typename: 'Plan', id: 'p', places } } })
    },
    shown() {
      const places = client.readQuery<Shown>({ query })?.plan.places
      return { ids: places?.edges.map(({ node }) => node.id), hasNextPage: places?.pageInfo.hasNextPage }
    },
  }
}

it('grows page after page the first time', () => {
  const plan = cacheOfPlan()
  plan.receive({ ids: ['a', 'b'], hasNextPage: true })
  expect(plan.shown()).toEqual({ ids: ['a', 'b'], hasNextPage: true })
  plan.receive({ after: 'b', ids: ['c'], hasNextPage: false })
  expect(plan.shown()).toEqual({ ids: ['a', 'b', 'c'], hasNextPage: false })
})

it('keeps the list that was there until the new one is whole', () => {
  const plan = cacheOfPlan()
  plan.receive({ ids: ['a', 'b'], hasNextPage: true })
  plan.receive({ after: 'b', ids: ['c'], hasNextPage: false })
  plan.receive({ ids: ['b', 'd'], hasNextPage: true })
  expect(plan.shown()).toEqual({ ids: ['a', 'b', 'c'], hasNextPage: true })
  plan.receive({ after: 'd', ids: [], hasNextPage: false })
  expect(plan.shown()).toEqual({ ids: ['b', 'd'], hasNextPage: false })
})
