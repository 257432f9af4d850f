import { useApolloClient, useReadQuery, type QueryRef } from '@apollo/client/react'
import { useCallback } from 'react'
import { readFragment } from '../../../gql/fragment-masking.ts'
import type { MembreFragment, ServiceRowFragment, ServicesQuery, ServicesQueryVariables } from '../../../gql/graphql.ts'
import { useNextPages } from '../../../lib/graphql/use-next-pages.ts'
import { membreFragment, nextMembresQuery } from '../membres-query.ts'
import { nextServicesQuery, serviceRow } from './services-query.ts'

export type ServiceLine = ServiceRowFragment & {
  /** Who is in it, by name. */
  membres: readonly MembreFragment[]
}

export interface ServiceList {
  collectiviteId: string
  siren: string
  nom: string
  canManage: boolean
  /** By name. */
  services: readonly ServiceLine[]
  /** Everybody of the collectivité, by name. */
  membres: readonly MembreFragment[]
}

const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const
const byNom = ({ nom }: { nom: string }, other: { nom: string }): number => nom.localeCompare(other.nom, 'fr')

/** The services of the page's collectivité, whole once every page has come; null when it cannot be read. */
export function useServiceList(
  ref: QueryRef<ServicesQuery, ServicesQueryVariables>,
  siren: string,
): ServiceList | null {
  const { data } = useReadQuery(ref)
  const apollo = useApolloClient()
  const { collectivite } = data

  useNextPages({
    pageInfo: collectivite?.services.pageInfo,
    loadPage: useCallback(
      (after: string) => void apollo.query({ query: nextServicesQuery, variables: { siren, after }, ...options }),
      [apollo, siren],
    ),
  })
  useNextPages({
    pageInfo: collectivite?.membres.pageInfo,
    loadPage: useCallback(
      (after: string) => void apollo.query({ query: nextMembresQuery, variables: { siren, after }, ...options }),
      [apollo, siren],
    ),
  })

  if (!collectivite) return null
  const membres = collectivite.membres.edges.map(({ node }) => readFragment(membreFragment, node)).toSorted(byNom)
  return {
    collectiviteId: collectivite.id,
    siren,
    nom: collectivite.nom,
    canManage: collectivite.viewerCanManageServices,
    services: collectivite.services.edges
      .map(({ node }) => {
        const service = readFragment(serviceRow, node)
        return { ...service, membres: membres.filter(({ services }) => services.some(({ id }) => id === service.id)) }
      })
      .toSorted(byNom),
    membres,
  }
}
