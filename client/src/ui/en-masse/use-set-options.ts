import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import type { LabelGenre } from '../../gql/graphql.ts'
import { CIBLE_LABELS, EFFET_LABELS, LABEL_LISTS } from '../../lib/vocabulary/fiche-choices.ts'
import { useSearch } from '../fields/use-search.ts'
import type { SetName } from './asked-change.ts'

const namesQuery = graphql(`
  query NamesForFiches(
    $siren: String!
    $recherche: String
    $genre: LabelGenre!
    $services: Boolean!
    $personnes: Boolean!
    $labels: Boolean!
  ) {
    collectivite(siren: $siren) {
      id
      services(first: 100) @include(if: $services) {
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
      personnes(first: 100, recherche: $recherche) @include(if: $personnes) {
        edges {
          node {
            id
            nom
          }
        }
      }
      labels(first: 100, genre: $genre, recherche: $recherche) @include(if: $labels) {
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

const thematiquesQuery = graphql(`
  query ThematiquesForFiches {
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

interface Option {
  value: string
  label: string
}

/** What one list of fiches may name, for what is typed. */
export function useSetOptions({ siren, set }: { siren: string; set: SetName }) {
  const { recherche, onSearch } = useSearch()
  const genre: LabelGenre | null = LABEL_LISTS.find(({ field }) => field === set)?.genre ?? null
  const isOfPeople = set === 'pilotes' || set === 'referents'
  const isKnown = set === 'cibles' || set === 'effetsAttendus'
  const isThematique = set === 'thematiques' || set === 'sousThematiques'
  const { data, previousData } = useQuery(namesQuery, {
    variables: {
      siren,
      recherche,
      genre: genre ?? 'TAG',
      services: set === 'services',
      personnes: isOfPeople,
      labels: genre !== null,
    },
    skip: isKnown || isThematique,
  })
  const { data: reference } = useQuery(thematiquesQuery, { skip: !isThematique })
  const { services, personnes, labels } = (data ?? previousData)?.collectivite ?? {}
  const named = [services, personnes, labels].flatMap((list) => list?.edges.map(({ node }) => node) ?? [])
  const thematiques = reference?.thematiques ?? []
  const coded = set === 'thematiques' ? thematiques : thematiques.flatMap(({ sousThematiques }) => sousThematiques)
  const options: Record<'known' | 'coded' | 'named', Option[]> = {
    known: Object.entries(set === 'cibles' ? CIBLE_LABELS : EFFET_LABELS).map(([value, label]) => ({ value, label })),
    coded: coded.map(({ code, nom }) => ({ value: code, label: nom })),
    named: named.map(({ id, nom }) => ({ value: id, label: nom })),
  }
  return { options: options[isKnown ? 'known' : isThematique ? 'coded' : 'named'], onSearch }
}
