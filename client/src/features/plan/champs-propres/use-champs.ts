import { useMutation } from '@apollo/client/react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'

const renameMutation = graphql(`
  mutation UpdateChampPropre($input: UpdateChampPropreInput!) {
    updateChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateChampPropreSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

const moveMutation = graphql(`
  mutation MoveChampPropre($input: MoveChampPropreInput!) {
    moveChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MoveChampPropreSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

const deleteMutation = graphql(`
  mutation DeleteChampPropre($input: DeleteChampPropreInput!) {
    deleteChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteChampPropreSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

interface Answer {
  __typename: string
  message?: string
}

/** Waits for an answer of the API and says its refusal. @returns whether it was done */
export async function isDone(answer: Promise<Answer | null | undefined>): Promise<boolean> {
  const given = await answer.catch(() => null)
  const done = given?.__typename.endsWith('Success') ?? false
  if (!done) showRefusal(given?.message ?? UNEXPECTED_ERROR)
  return done
}

/** Renames a field of a plan, moves it and deletes it; each answers whether it was done. */
export function useChamp(champId: string) {
  const [rename] = useMutation(renameMutation)
  const [move] = useMutation(moveMutation)
  const [remove] = useMutation(deleteMutation)
  return {
    rename: (nom: string) =>
      isDone(rename({ variables: { input: { champId, nom } } }).then(({ data }) => data?.updateChampPropre)),
    /** After another of the plan's; null: first. */
    moveAfter: (afterId: string | null) =>
      isDone(move({ variables: { input: { champId, afterId } } }).then(({ data }) => data?.moveChampPropre)),
    remove: () => isDone(remove({ variables: { input: { champId } } }).then(({ data }) => data?.deleteChampPropre)),
  }
}
