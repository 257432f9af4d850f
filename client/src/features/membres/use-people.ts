import { useApolloClient, useReadQuery, type QueryRef } from '@apollo/client/react'
import { useCallback } from 'react'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { MembresQuery, MembresQueryVariables } from '../../gql/graphql.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { invitationFragment, membreFragment, nextMembresQuery, nextPersonnesQuery } from './membres-query.ts'
import type { People } from './people.ts'

const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const
const byNom = ({ nom }: { nom: string }, other: { nom: string }): number => nom.localeCompare(other.nom, 'fr')

/** The people of the page's collectivité, whole once every page has come; null when it cannot be read. */
export function usePeople(
  ref: QueryRef<MembresQuery, MembresQueryVariables>,
  siren: string,
): (People & { nom: string }) | null {
  const { data } = useReadQuery(ref)
  const apollo = useApolloClient()
  const { collectivite } = data

  useNextPages({
    pageInfo: collectivite?.membres.pageInfo,
    loadPage: useCallback(
      (after: string) => void apollo.query({ query: nextMembresQuery, variables: { siren, after }, ...options }),
      [apollo, siren],
    ),
  })
  useNextPages({
    pageInfo: collectivite?.personnes.pageInfo,
    loadPage: useCallback(
      (after: string) => void apollo.query({ query: nextPersonnesQuery, variables: { siren, after }, ...options }),
      [apollo, siren],
    ),
  })

  if (!collectivite) return null
  return {
    collectiviteId: collectivite.id,
    nom: collectivite.nom,
    canManage: collectivite.viewerCanManageMembres,
    nomsPublics: collectivite.nomsPublics,
    services: collectivite.services.edges.map(({ node }) => node),
    membres: collectivite.membres.edges.map(({ node }) => readFragment(membreFragment, node)).toSorted(byNom),
    named: collectivite.personnes.edges
      .flatMap(({ node: { id, nom, membre } }) => (membre ? [] : [{ id, nom }]))
      .toSorted(byNom),
    invitations: collectivite.invitations.edges.map(({ node }) => readFragment(invitationFragment, node)),
  }
}
