import { GraphQLError } from 'graphql'
import { QUERY_LIMITS } from './query-limits.ts'

const REASONS = {
  Depth: `Cette demande descend trop profond : ${QUERY_LIMITS.depth} niveaux au plus.`,
  Breadth: `Cette demande nomme trop de champs : ${QUERY_LIMITS.breadth} au plus.`,
  Complexity: 'Cette demande est trop grande : demandez des pages plus petites, ou moins de listes dans des listes.',
}

/** Answers an operation that asks for more than one may. */
export function tooLarge(kind: keyof typeof REASONS): GraphQLError {
  return new GraphQLError(REASONS[kind], { extensions: { code: 'QUERY_TOO_LARGE' } })
}
