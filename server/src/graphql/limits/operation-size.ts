import { complexityFromQuery } from '@pothos/plugin-complexity'
import {
  type DocumentNode,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { QUERY_LIMITS } from './query-limits.ts'
import { tooLarge } from './too-large.ts'

export interface AskedOperation {
  schema: GraphQLSchema
  /** A valid document. */
  document: DocumentNode
  /** The one of its operations that is asked. */
  operation: OperationDefinitionNode
  /** As they were sent. */
  variables?: Record<string, unknown> | null | undefined
}

/**
 * What an operation costs, in fields that it would answer; known before anything is executed. 0 for one whose variables cannot be read:
 * its execution will say so, and do nothing else.
 *
 * @throws GraphQLError QUERY_TOO_LARGE; BAD_USER_INPUT for an argument that cannot be read, since what the others cost is then not known
 */
export function costOf({ schema, document, operation, variables }: AskedOperation): number {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  const asked: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }
  const sent = variables ?? {}
  if (getVariableValues(schema, operation.variableDefinitions ?? [], sent).errors) return 0
  const size = sizeOf(asked, { schema, variables: sent })
  if (size.depth > QUERY_LIMITS.depth) throw tooLarge('Depth')
  if (size.breadth > QUERY_LIMITS.breadth) throw tooLarge('Breadth')
  if (size.complexity > QUERY_LIMITS.complexity) throw tooLarge('Complexity')
  return size.complexity
}

function sizeOf(document: DocumentNode, options: { schema: GraphQLSchema; variables: Record<string, unknown> }) {
  try {
    return complexityFromQuery(document, options)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } })
  }
}
