import { useApolloClient } from '@apollo/client/react'
import type { TypedDocumentNode } from '@apollo/client'
import type { OperationVariables } from '@apollo/client'
import { useState } from 'react'
import { UNEXPECTED_ERROR } from './unexpected-error.ts'

type Answer = Record<string, { __typename: string; message?: string } | string | null | undefined>

/**
 * Runs an act of a settings page, then reads the page again. `run` answers why nothing was done, or null.
 *
 * @param query the name of the page's
 */
export function useAct<Variables extends OperationVariables>(
  mutation: TypedDocumentNode<object, Variables>,
  query: string,
) {
  const apollo = useApolloClient()
  const [pending, setPending] = useState(false)

  async function run(variables: Variables): Promise<string | null> {
    setPending(true)
    try {
      const { data } = await apollo.mutate<object>({
        mutation,
        variables,
        refetchQueries: [query],
        awaitRefetchQueries: true,
      })
      return refusalIn(data)
    } catch {
      return UNEXPECTED_ERROR
    } finally {
      setPending(false)
    }
  }
  return { run, pending }
}

/** A mutation answers one union: an error has a message. */
function refusalIn(data: object | null | undefined): string | null {
  const answers: Answer = { ...data }
  for (const answer of Object.values(answers)) {
    if (answer && typeof answer === 'object' && answer.message !== undefined) return answer.message
  }
  return null
}
