import { GraphQLError } from 'graphql'

/** The code of a query that took too long. */
export const TIMEOUT = 'TIMEOUT'

/** The execution of one request, which may be stopped before its end. */
export interface Run {
  /** Why it was stopped; null while it was not. */
  readonly stopped: GraphQLError | null
  /** Rejects with that reason. */
  readonly stop: Promise<never>
}

/** Starts a run; it stops by itself once its time is up. */
export function startRun({ timeoutMs }: { timeoutMs: number }): {
  run: Run
  /** The answer was sent, or nobody waits for it any more. */
  end: () => void
} {
  const { promise, reject } = Promise.withResolvers<never>()
  // Nobody need be waiting when it stops.
  promise.catch(() => undefined)
  const state: { stopped: GraphQLError | null; stop: Promise<never> } = { stopped: null, stop: promise }
  const stopFor = (reason: GraphQLError): void => {
    state.stopped ??= reason
    reject(state.stopped)
  }
  const timer = setTimeout(() => stopFor(tooSlow(timeoutMs)), timeoutMs)
  timer.unref()
  return {
    run: state,
    end() {
      clearTimeout(timer)
      stopFor(new GraphQLError('Plus personne n’attend cette réponse.', { extensions: { code: 'CALLER_GONE' } }))
    },
  }
}

function tooSlow(timeoutMs: number): GraphQLError {
  return new GraphQLError(
    `Cette demande a pris plus de ${Math.ceil(timeoutMs / 1000)} s : elle est arrêtée. Demandez moins à la fois, ou réessayez plus tard.`,
    { extensions: { code: TIMEOUT } },
  )
}
