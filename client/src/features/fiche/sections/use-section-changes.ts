import { useApolloClient, useSubscription } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
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

/** Reads the sections of a fiche again when a colleague changes one. */
export function useSectionChanges(uuid: string): void {
  const apollo = useApolloClient()
  useSubscription(sectionsChanged, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data?.ficheChanged?.fields.some((field) => FIELDS.has(field))) return
      void apollo
        .query({ query: ficheSectionsQuery, variables: { uuid }, fetchPolicy: 'network-only' })
        .catch(() => null)
    },
  })
}
