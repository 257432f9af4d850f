import { GraphQLError } from 'graphql'
import { refusals } from '../../domain/refusals.ts'
import { QUERY_LIMITS } from './query-limits.ts'

const REASONS = {
  Depth: `Cette demande descend trop profond : ${QUERY_LIMITS.depth} niveaux au plus.`,
  Breadth: `Cette demande nomme trop de champs : ${QUERY_LIMITS.breadth} au plus.`,
  Complexity: 'Cette demande est trop grande : demandez des pages plus petites, ou moins de listes dans des listes.',
}

const REFUSED_BY = { Depth: 'DEPTH', Breadth: 'BREADTH', Complexity: 'COST' } as const

/** Answers an operation that asks for more than one may. */
export function tooLarge(kind: keyof typeof REASONS): GraphQLError {
  refusals.publish({ by: 'limit', reason: REFUSED_BY[kind] })
  return new GraphQLError(REASONS[kind], { extensions: { code: 'QUERY_TOO_LARGE' } })
}
