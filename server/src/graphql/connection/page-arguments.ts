import { GraphQLError } from 'graphql'
import { MAX_PAGE_SIZE } from '../limits/query-limits.ts'

/** The four arguments of a Relay connection. */
export interface PageArguments {
  first?: number | null | undefined
  last?: number | null | undefined
  after?: string | null | undefined
  before?: string | null | undefined
}

/** Which page is wanted. */
export interface Page {
  size: number
  /** Reading from the end of the list. */
  backward: boolean
  /** Exclusive bound of the page, on the side that the reading starts from. */
  cursor: string | null
}

/** A request that cannot be answered as it is written. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** Reads the arguments of a connection. @throws GraphQLError BAD_USER_INPUT unless it is first (with after) or last (with before), 1 to `largest`. */
export function readPage({ first, last, after, before }: PageArguments, largest = MAX_PAGE_SIZE): Page {
  const size = first ?? last
  if (size == null || (first != null && last != null)) throw badInput('Donnez first ou last, et un seul des deux.')
  if (size < 1 || size > largest) throw badInput(`Une page compte de 1 à ${largest} éléments.`)
  if (first != null && before != null) throw badInput('L’argument before va avec last.')
  if (last != null && after != null) throw badInput('L’argument after va avec first.')
  return { size, backward: last != null, cursor: after ?? before ?? null }
}
