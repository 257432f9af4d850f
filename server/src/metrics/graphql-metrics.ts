import type { ApolloServerPlugin } from '@apollo/server'
import { Histogram, type Registry } from 'prom-client'
import type { GraphqlContext } from '../graphql/context.ts'
import { isUnexpected } from '../graphql/masked-errors.ts'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Operations of the API, by kind and outcome: `ok`, `refused` (an error that the caller is told), `failed` (one that is masked). Their names are
 * the callers': they make no label.
 */
export function graphqlMetrics(registry: Registry): ApolloServerPlugin<GraphqlContext> {
  const operations = new Histogram({
    name: 'pupitre_graphql_operation_seconds',
    help: 'GraphQL operations over HTTP, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
  })
  return {
    requestDidStart() {
      const startedAt = performance.now()
      let hasFailed = false
      return Promise.resolve({
        didEncounterErrors({ errors }) {
          hasFailed = errors.some(isUnexpected)
          return Promise.resolve()
        },
        willSendResponse({ operation, errors }) {
          const outcome = hasFailed ? 'failed' : errors ? 'refused' : 'ok'
          const kind = operation?.operation ?? 'none'
          operations.observe({ kind, outcome }, (performance.now() - startedAt) / 1000)
          return Promise.resolve()
        },
      })
    },
  }
}
