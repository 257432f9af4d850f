import type { FichesQueryVariables } from '../../gql/graphql.ts'
import { isOnePlan } from './champ-filters.ts'
import { type FichesSearch, orderByOf } from './fiches-search.ts'
import { whereOf } from './fiches-where.ts'

/** What the server is asked for an address. */
export function fichesVariables(
  search: FichesSearch,
  { siren, id }: { siren: string; id: string },
): FichesQueryVariables {
  return { siren, where: whereOf(search, id), orderBy: orderByOf(search), champs: isOnePlan(search.plan) }
}
