import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { PreviewMergeMutation } from '../../gql/graphql.ts'

const previewMutation = graphql(`
  mutation PreviewMerge($input: MergeFichesInput!) {
    mergeFiches(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MergeFichesSuccess {
        publie
        reprises {
          champ
          nombre
        }
        laisses {
          champ
          precision
          gardee
          absorbee
        }
      }
    }
  }
`)

export type MergeOutcome = Extract<PreviewMergeMutation['mergeFiches'], { __typename: 'MergeFichesSuccess' }>

/** What a merge would do: being asked, refused with the reason, not known for now, or known. */
export type Preview =
  | { kind: 'asking' }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; retry: () => void }
  | { kind: 'ready'; outcome: MergeOutcome }

/** Tries a merge without doing it. */
export function useMergePreview({ ficheId, intoId }: { ficheId: string; intoId: string }): Preview {
  const apollo = useApolloClient()
  const [tries, setTries] = useState(0)
  const [answer, setAnswer] = useState<{ key: string; preview: Preview } | null>(null)
  const key = `${ficheId} ${intoId} ${tries}`
  const retry = useCallback(() => setTries((count) => count + 1), [])

  useEffect(() => {
    let isAwaited = true
    const tell = (preview: Preview) => {
      if (isAwaited) setAnswer({ key, preview })
    }
    apollo
      .mutate({
        mutation: previewMutation,
        variables: { input: { ficheId, intoId, essai: true } },
        fetchPolicy: 'no-cache',
      })
      .then(({ data }) => {
        const outcome = data?.mergeFiches
        if (!outcome) return tell({ kind: 'failed', retry })
        if (outcome.__typename === 'MergeFichesSuccess') return tell({ kind: 'ready', outcome })
        return tell({ kind: 'refused', message: outcome.message })
      })
      .catch(() => tell({ kind: 'failed', retry }))
    return () => {
      isAwaited = false
    }
  }, [apollo, ficheId, intoId, key, retry])

  return answer?.key === key ? answer.preview : { kind: 'asking' }
}
