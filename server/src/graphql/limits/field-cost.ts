import { type GraphQLOutputType, getNullableType, isListType } from 'graphql'

interface AskedField {
  name: string
  type: GraphQLOutputType
}

/** What a short list which is no page is taken to hold: the services of a fiche, say. */
const SHORT_LIST_LENGTH = 5

/** What a field costs: one, and for a page or a list as many times what is asked of each of its elements. */
export function fieldCost(args: Record<string, unknown>, _context: unknown, field: AskedField) {
  return { field: 1, multiplier: pageSize(args) ?? listLength(field) }
}

function pageSize({ first, last }: Record<string, unknown>): number | null {
  const size = first ?? last
  return typeof size === 'number' ? size : null
}

function listLength({ name, type }: AskedField): number {
  // The edges of a page are counted by its size already.
  return isListType(getNullableType(type)) && name !== 'edges' ? SHORT_LIST_LENGTH : 1
}
