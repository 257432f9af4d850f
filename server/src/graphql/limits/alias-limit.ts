import { GraphQLError, type ValidationRule } from 'graphql'
import { refusals } from '../../domain/refusals.ts'
import { MAX_ALIASES } from './query-limits.ts'

/** Refuses a document with too many aliases, before it is executed. */
export const limitAliases: ValidationRule = (context) => {
  let count = 0
  return {
    Field(node) {
      if (!node.alias) return
      count += 1
      if (count === MAX_ALIASES + 1) {
        refusals.publish({ by: 'limit', reason: 'ALIASES' })
        context.reportError(new GraphQLError(`Une demande compte ${MAX_ALIASES} alias au plus.`, { nodes: node }))
      }
    },
  }
}
