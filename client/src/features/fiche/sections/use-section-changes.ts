import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { oneAtATime } from '../../../lib/graphql/one-at-a-time.ts'
import { ficheSectionsQuery } from './fiche-sections-query.ts'

const sectionsChanged = graphql(`
  subscription FicheSectionsChanged($uuid: UUID!) {
    ficheChanged(uuid: $uuid) {
      fields
    }
  }
`)

/** The fields of `Fiche` that the sections show. */
const FIELDS = new Set([
  'budgets',
  'financeurs',
  'notesSuivi',
  'mesuresLiees',
  'sousActions',
  'champsPropres',
  'parent',
])

/** Reads the sections of a fiche again when somebody changes one. */
export function useSectionChanges(uuid: string): void {
  const apollo = useApolloClient()
  const readAgain = useMemo(
    () =>
      oneAtATime(() => apollo.query({ query: ficheSectionsQuery, variables: { uuid }, fetchPolicy: 'network-only' })),
    [apollo, uuid],
  )
  useSubscription(sectionsChanged, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.ficheChanged?.fields.some((field) => FIELDS.has(field))) void readAgain()
    },
  })
}
