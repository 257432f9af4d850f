import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { type SetName } from '../../../ui/en-masse/asked-change.ts'
import { useSetOptions } from '../../../ui/en-masse/use-set-options.ts'
import { useSearch } from '../../../ui/fields/use-search.ts'
import { type FilterName, filterOf } from '../fiche-filters.ts'

/** The lists of fiches whose names a filter takes as they are. */
const SETS = {
  service: 'services',
  pilote: 'pilotes',
  referent: 'referents',
  structure: 'structures',
  partenaire: 'partenaires',
  instance: 'instancesGouvernance',
  tag: 'tags',
  thematique: 'thematiques',
  sousThematique: 'sousThematiques',
} as const satisfies Partial<Record<FilterName, SetName>>

function isOfSet(name: FilterName): name is keyof typeof SETS {
  return Object.hasOwn(SETS, name)
}

const othersQuery = graphql(`
  query NamesForFilters(
    $siren: String!
    $recherche: String
    $nom: String
    $plans: Boolean!
    $indicateurs: Boolean!
    $financeurs: Boolean!
  ) {
    collectivite(siren: $siren) {
      id
      plans(first: 100) @include(if: $plans) {
        edges {
          node {
            id
            nom
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      indicateurs(first: 100, where: { nom: { contains: $nom } }) @include(if: $indicateurs) {
        edges {
          node {
            id
            nom
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      labels(first: 100, genre: FINANCEUR, recherche: $recherche) @include(if: $financeurs) {
        edges {
          node {
            id
            nom
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

interface Option {
  value: string
  label: string
}

/** What a filter may be asked of, for what is typed; `isSearched` where the server looks for it. */
export function useFilterOptions({ siren, name }: { siren: string; name: FilterName }) {
  const filter = filterOf(name)
  const isSet = isOfSet(name)
  const ofSet = useSetOptions({ siren, set: isSet ? SETS[name] : 'cibles' })
  const { recherche, onSearch } = useSearch()
  const { data, previousData } = useQuery(othersQuery, {
    variables: {
      siren,
      recherche,
      nom: recherche,
      plans: name === 'plan',
      indicateurs: name === 'indicateur',
      financeurs: name === 'financeur',
    },
    skip: filter.kind !== 'named' || isSet,
  })
  if (filter.kind === 'choice') {
    const options: Option[] = Object.entries(filter.labels).map(([value, label]) => ({ value, label }))
    return { options, onSearch, isSearched: false }
  }
  if (isSet) return { ...ofSet, isSearched: true }
  const { plans, indicateurs, labels } = (data ?? previousData)?.collectivite ?? {}
  const named = [plans, indicateurs, labels].flatMap((list) => list?.edges.map(({ node }) => node) ?? [])
  const options: Option[] = named.map(({ id, nom }) => ({ value: id, label: nom }))
  return { options, onSearch, isSearched: name !== 'plan' }
}

const thematiqueNomsQuery = graphql(`
  query ThematiqueNoms {
    thematiques {
      code
      nom
      sousThematiques {
        code
        nom
      }
    }
  }
`)

/** The names of the thématiques and sous-thématiques, by code: reference data, asked once. */
export function useThematiqueNoms(): ReadonlyMap<string, string> {
  const { data } = useQuery(thematiqueNomsQuery, { fetchPolicy: 'cache-first' })
  const all = data?.thematiques.flatMap(({ sousThematiques, ...thematique }) => [thematique, ...sousThematiques]) ?? []
  return new Map(all.map(({ code, nom }) => [code, nom]))
}
