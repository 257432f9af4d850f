import { ApolloLink } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { catchError, defer, Observable, of, switchMap, throwError } from 'rxjs'
import type { Clock } from '../reconnection/clock.ts'

/** How often one operation is asked again… */
export const MAX_WAITS = 3
/** …and how long it waits each time. A page that would wait longer says that it could not. */
export const MAX_WAIT_S = 30

/**
 * Asks again, when the server says it may, what was refused because much had been asked in a short time. Nothing of it was done: a mutation is
 * asked again too.
 *
 * @param onWait told at each wait, in seconds
 */
export function waitForBudget({ clock, onWait }: { clock: Clock; onWait: (seconds: number) => void }): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const ask = (waits: number): Observable<ApolloLink.Result> =>
      defer(() => forward(operation)).pipe(
        // A subscription is refused by an error, a query by an answer.
        catchError((error: unknown) =>
          CombinedGraphQLErrors.is(error) && waitAskedBy(error) !== null
            ? of({ errors: error.errors })
            : throwError(() => error),
        ),
        switchMap((result) => {
          const seconds = waitAskedBy(result)
          if (seconds === null || seconds > MAX_WAIT_S || waits === MAX_WAITS) return of(result)
          onWait(seconds)
          return pause(clock, seconds * 1000).pipe(switchMap(() => ask(waits + 1)))
        }),
      )
    return ask(0)
  })
}

/** Seconds after which the server takes this again; null when it was not refused for that. */
function waitAskedBy({ errors = [] }: Pick<ApolloLink.Result, 'errors'>): number | null {
  const refusal = errors.find(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED')
  const seconds: unknown = refusal?.extensions?.['retryAfterSeconds']
  return typeof seconds === 'number' ? seconds : null
}

function pause(clock: Clock, delayMs: number): Observable<void> {
  return new Observable((observer) =>
    clock.after(delayMs, () => {
      observer.next()
      observer.complete()
    }),
  )
}
