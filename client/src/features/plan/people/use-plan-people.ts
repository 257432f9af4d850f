import { useApolloClient } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'

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

/** The ways to name somebody for a plan, and to take them away; each answers as the API does. */
export function usePlanPeople(
  role: PlanRole,
  {
    planId,
    collectiviteId,
    idOf,
  }: {
    planId: string
    collectiviteId: string
    /** Whom a name of the list is. */
    idOf: (nom: string) => string | undefined
  },
) {
  const apollo = useApolloClient()

  async function add(nom: string) {
    const known = idOf(nom)
    if (known !== undefined) return name(known)
    const created = await apollo.mutate({ mutation: createMutation, variables: { input: { collectiviteId, nom } } })
    const personne = created.data?.createPersonne
    return personne?.__typename === 'CreatePersonneSuccess' ? name(personne.personne.id) : personne
  }
  async function name(personneId: string) {
    const input = { planId, personneId }
    const mutation = role === 'pilotes' ? addPilote : addReferent
    return (await apollo.mutate({ mutation, variables: { input } })).data?.answer
  }
  async function remove(personneId: string) {
    const mutation = role === 'pilotes' ? removePilote : removeReferent
    return (await apollo.mutate({ mutation, variables: { input: { planId, personneId } } })).data?.answer
  }
  return { add, remove }
}
