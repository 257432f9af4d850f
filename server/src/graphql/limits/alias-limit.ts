import { GraphQLError, type ValidationRule } from 'graphql'
import { MAX_ALIASES } from './query-limits.ts'

/** Refuses a document with too many aliases, before it is executed. */
export const limitAliases: ValidationRule = (context) => {
  let count = 0
  return {
    Field(node) {
      if (!node.alias) return
      count += 1
      if (count === MAX_ALIASES + 1) {
        context.reportError(new GraphQLError(`Une demande compte ${MAX_ALIASES} alias au plus.`, { nodes: node }))
      }
    },
  }
}
