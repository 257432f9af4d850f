import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import type { Viewer } from '../../domain/viewer.ts'
import { limitAliases } from '../limits/alias-limit.ts'
import type { Budgets } from '../limits/budgets.ts'
import { costOf } from '../limits/operation-size.ts'
import { overBudget } from '../limits/over-budget.ts'
import { ANONYMOUS_SOCKETS, payerOf } from '../limits/payer.ts'
import { MAX_TOKENS, REQUEST_POINTS } from '../limits/query-limits.ts'
import { schema } from '../schema.ts'

interface AskedSubscription {
  query: string
  operationName?: string | null | undefined
  variables?: Record<string, unknown> | null | undefined
}

interface Spending {
  /** What each may spend; null: whatever they like. */
  budgets: Budgets | null
  viewer: Viewer | null
}

/**
 * A document that is one subscription, within the limits of every document and its viewer's budget; else what is wrong with it. To subscribe
 * costs what the answer to one event does; events cost nothing.
 */
export function readSubscription(
  asked: AskedSubscription,
  { budgets, viewer }: Spending,
): DocumentNode | GraphQLError[] {
  try {
    const document = parse(asked.query, { maxTokens: MAX_TOKENS })
    const errors = validate(schema, document, [...specifiedRules, limitAliases])
    if (errors.length > 0) return [...errors]
    const operations = document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node] : []))
    if (operations.some(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION)) {
      return [new GraphQLError('Les requêtes et les mutations passent par POST /graphql.')]
    }
    const operation = getOperationAST(document, asked.operationName)
    if (!operation) return [new GraphQLError('Nommez l’une des opérations du document.')]
    const points = REQUEST_POINTS + costOf({ schema, document, operation, variables: asked.variables })
    const payer = viewer ? payerOf({ viewer, ip: '' }) : ANONYMOUS_SOCKETS
    const wait = budgets?.take(payer, points).retryAfterSeconds ?? null
    return wait === null ? document : [overBudget(wait)]
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('Ce document n’est pas lisible.')]
  }
}
