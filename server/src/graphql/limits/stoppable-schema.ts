import { type GraphQLSchema, isObjectType, OperationTypeNode } from 'graphql'
import type { Run } from './run.ts'

/** What its executions are given. */
interface Stoppable {
  run?: Run | undefined
}

/**
 * Makes queries stop with their run: what was asked of the database and has not answered is no longer waited for, and nothing more is asked.
 * Mutations go to their end: what a person asked to change is changed, whether or not they stay to hear it.
 */
export function stoppable(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      field.resolve = (parent, args, context: Stoppable, info) => {
        const { run } = context
        if (!run || info.operation.operation !== OperationTypeNode.QUERY) return resolve(parent, args, context, info)
        if (run.stopped) throw run.stopped
        const value: unknown = resolve(parent, args, context, info)
        return isPromiseLike(value) ? Promise.race([value, run.stop]) : value
      }
    }
  }
  return schema
}

/** Prisma's promises are none of the language's. */
function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
