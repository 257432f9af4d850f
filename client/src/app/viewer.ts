import type { ApolloClient } from '@apollo/client'
import { getRouteApi } from '@tanstack/react-router'
import { graphql } from '../gql/gql.ts'
import type { ViewerQuery } from '../gql/graphql.ts'

const viewerQuery = graphql(`
  query Viewer {
    viewer {
      uuid
      nom
      email
      membres(first: 100) {
        edges {
          node {
            id
            role
            collectivite {
              id
              siren
              nom
              viewerCanManageApiKeys
            }
          }
        }
      }
    }
  }
`)

/** Who is signed in, and their place in each of their collectivités. */
export type SignedInViewer = NonNullable<ViewerQuery['viewer']>

/** Who is signed in; null for nobody. Asked to the server once per session of the page. */
export async function loadViewer(apollo: ApolloClient): Promise<SignedInViewer | null> {
  const { data } = await apollo.query({ query: viewerQuery })
  return data?.viewer ?? null
}

/** Who is signed in, for the pages under the application's header. */
export function useViewer(): SignedInViewer {
  return getRouteApi('/app').useRouteContext({ select: ({ viewer }) => viewer })
}

/** Whether the viewer is a member of a collectivité: one who is not was opened something of it. */
export function useIsMember(siren: string | undefined): boolean {
  return collectivitesOf(useViewer()).some((collectivite) => collectivite.siren === siren)
}

/** The collectivités of the viewer, in their order. */
export function collectivitesOf(viewer: SignedInViewer) {
  return viewer.membres.edges.map(({ node }) => node.collectivite)
}
