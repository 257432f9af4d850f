import { useApolloClient } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { fr } from '../../lib/text/french.ts'
import { showRefusal } from '../../ui/show-refusal.ts'
import { champLabel } from './compared-rows.ts'

const mergeMutation = graphql(`
  mutation MergeFiches($input: MergeFichesInput!) {
    mergeFiches(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MergeFichesSuccess {
        fiche {
          id
        }
        suppression {
          id
        }
      }
    }
  }
`)

const undoMutation = graphql(`
  mutation UndoMerge($input: RestoreInput!) {
    restore(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RestoreSuccess {
        restored {
          uuid
          nom
          laisses
        }
      }
    }
  }
`)

/** Merges a fiche into another. Answers what undoes it, or why it was refused. */
export function useMerge(): (merged: {
  ficheId: string
  intoId: string
}) => Promise<{ suppressionId: string } | string> {
  const apollo = useApolloClient()

  return async function merge({ ficheId, intoId }) {
    const { data } = await apollo
      .mutate({ mutation: mergeMutation, variables: { input: { ficheId, intoId, essai: false } } })
      .catch(() => ({ data: null }))
    const done = data?.mergeFiches
    if (done?.__typename !== 'MergeFichesSuccess' || !done.suppression) {
      return done && 'message' in done ? done.message : UNEXPECTED_ERROR
    }
    // What was read of either is past.
    for (const id of [ficheId, intoId]) apollo.cache.evict({ id: `Fiche:${id}` })
    return { suppressionId: done.suppression.id }
  }
}

/** Takes a merge back, from whatever page, and says what stays of it. */
export function useUndoMerge(): (suppressionId: string) => Promise<void> {
  const apollo = useApolloClient()

  return async function undo(suppressionId) {
    const { data } = await apollo
      .mutate({ mutation: undoMutation, variables: { input: { suppressionIds: [suppressionId] } } })
      .catch(() => ({ data: null }))
    if (data?.restore.__typename !== 'RestoreSuccess') return showRefusal(data?.restore.message ?? UNEXPECTED_ERROR)
    const [restored] = data.restore.restored
    notifications.show({ message: undoneText(restored), role: 'status', autoClose: 12_000 })
  }
}

function undoneText(restored: { nom: string; laisses: readonly string[] } | undefined): string {
  const done = fr`La fusion est annulée : « ${restored?.nom ?? ''} » est revenue.`
  const laisses = (restored?.laisses ?? []).map((champ) => champLabel(champ))
  if (laisses.length === 0) return done
  return `${done} ${fr`Reste dans l’autre ce qu’un collègue y a changé : ${laisses.join(', ')}.`}`
}
