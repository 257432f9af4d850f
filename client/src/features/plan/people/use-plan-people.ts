import { useApolloClient, useQuery } from '@apollo/client/react'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'

/** A name typed at an ordinary pace is one question. */
const DEBOUNCE_MS = 200

const peopleQuery = graphql(`
  query PlanPeopleSuggestions($siren: String!, $recherche: String) {
    collectivite(siren: $siren) {
      id
      personnes(first: 100, recherche: $recherche) {
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

const createMutation = graphql(`
  mutation CreatePlanPersonne($input: CreatePersonneInput!) {
    createPersonne(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreatePersonneSuccess {
        personne {
          id
        }
      }
    }
  }
`)

const addPilote = graphql(`
  mutation AddPlanPilote($input: PlanPersonInput!) {
    answer: addPlanPilote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddPlanPiloteSuccess {
        plan {
          id
          ...PlanPeople
        }
      }
    }
  }
`)

const removePilote = graphql(`
  mutation RemovePlanPilote($input: PlanPersonInput!) {
    answer: removePlanPilote(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemovePlanPiloteSuccess {
        plan {
          id
          ...PlanPeople
        }
      }
    }
  }
`)

const addReferent = graphql(`
  mutation AddPlanReferent($input: PlanPersonInput!) {
    answer: addPlanReferent(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddPlanReferentSuccess {
        plan {
          id
          ...PlanPeople
        }
      }
    }
  }
`)

const removeReferent = graphql(`
  mutation RemovePlanReferent($input: PlanPersonInput!) {
    answer: removePlanReferent(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemovePlanReferentSuccess {
        plan {
          id
          ...PlanPeople
        }
      }
    }
  }
`)

export type PlanRole = 'pilotes' | 'referents'

interface Scope {
  planId: string
  collectiviteId: string
  siren: string
}

/** The people whom a plan may name, and the ways to name one and to take one away; each answers as the API does. */
export function usePlanPeople(role: PlanRole, { planId, collectiviteId, siren }: Scope) {
  const apollo = useApolloClient()
  const [text, onSearch] = useState('')
  const [asked] = useDebouncedValue(text.trim(), DEBOUNCE_MS)
  const { data, previousData } = useQuery(peopleQuery, {
    variables: { siren, recherche: asked || null },
    fetchPolicy: 'cache-and-network',
  })
  const found = (data ?? previousData)?.collectivite?.personnes.edges.map(({ node }) => node.nom) ?? []

  async function add(nom: string) {
    // Who has that name already is answered as they are.
    const created = await apollo.mutate({ mutation: createMutation, variables: { input: { collectiviteId, nom } } })
    const personne = created.data?.createPersonne
    if (personne?.__typename !== 'CreatePersonneSuccess') return personne
    const input = { planId, personneId: personne.personne.id }
    const mutation = role === 'pilotes' ? addPilote : addReferent
    return (await apollo.mutate({ mutation, variables: { input } })).data?.answer
  }
  async function remove(personneId: string) {
    const mutation = role === 'pilotes' ? removePilote : removeReferent
    return (await apollo.mutate({ mutation, variables: { input: { planId, personneId } } })).data?.answer
  }
  return { suggestions: [...new Set(found)], onSearch, add, remove }
}
