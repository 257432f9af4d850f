import { ApolloLink } from '@apollo/client'
import type { DocumentNode } from 'graphql'
import { OperationTypeNode } from 'graphql'
import { defer, finalize, of, type Observable, switchMap, tap } from 'rxjs'

/** A plan where fifty people write would never be read otherwise: past these, the answer is taken as it is. */
export const MAX_ASKED_AGAIN = 3

/** What a subscription has just told. */
export interface LiveEvent {
  query: DocumentNode
  variables: Record<string, unknown>
  data: Record<string, unknown>
}

/**
 * Answers and live events come by different ways, so that an answer read before a change may arrive after the event which tells of it,
 * and the page would go back to what is no more. A query that an event has overtaken is asked again. A mutation is not: what was
 * told while it was under way is written again after its answer, by `write`.
 */
export function createOvertaken(write: (event: LiveEvent) => void): { answers: ApolloLink; events: ApolloLink } {
  let told = 0
  let mutations = 0
  let kept: LiveEvent[] = []

  const events = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(({ data }) => {
        told += 1
        if (mutations > 0 && data) kept.push({ query: operation.query, variables: operation.variables, data })
      }),
    ),
  )

  const answers = new ApolloLink((operation, forward) => {
    if (operation.operationType === OperationTypeNode.MUTATION) {
      return defer(() => {
        const from = kept.length
        mutations += 1
        return forward(operation).pipe(
          finalize(() => {
            // Once Apollo has written the answer; what is told until then is kept too, so that the newest is written last.
            setTimeout(() => {
              const missed = kept.slice(from)
              mutations -= 1
              if (mutations === 0) kept = []
              missed.forEach(write)
            })
          }),
        )
      })
    }
    const ask = (again: number): Observable<ApolloLink.Result> =>
      defer(() => {
        const before = told
        return forward(operation).pipe(
          switchMap((result) => (told === before || again === MAX_ASKED_AGAIN ? of(result) : ask(again + 1))),
        )
      })
    return ask(0)
  })

  return { answers, events }
}
