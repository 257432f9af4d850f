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
export function usePlanPeople(role: PlanRole, { planId, collectiviteId }: { planId: string; collectiviteId: string }) {
  const apollo = useApolloClient()

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
  return { add, remove }
}
