import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
} from 'graphql'
import { NODE_NAMES, type NodeName } from '../../src/graphql/global-id.ts'
import { SHOWN } from '../../src/graphql/observatoire/shown.ts'
import { schema } from '../../src/graphql/schema.ts'

/** Long enough for everything that a world has of anything. */
const PAGE = 20

/** What a field wants that nobody would think of leaving out, and `first` does not say. */
const ARGUMENTS: Record<string, string> = { labels: 'genre: TAG, ' }

const isNode = (type: GraphQLNamedType): boolean => NODE_NAMES.some((name) => name === type.name)

export function nodeType(name: NodeName): GraphQLObjectType {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`no type is called ${name}`)
  return type
}

/** `first(…) { … }`: a field with what its answer is told apart by; of that, what keys are shown, if it is for them. */
export function fieldQuery(field: GraphQLField<unknown, unknown>, { ofKeys = false } = {}): string {
  const called = field.args.some(({ name }) => name === 'first')
    ? `${field.name}(${ARGUMENTS[field.name] ?? ''}first: ${PAGE})`
    : field.name
  const unasked = field.args.filter(
    ({ name, type, defaultValue }) =>
      isNonNullType(type) && defaultValue === undefined && name !== 'first' && !ARGUMENTS[field.name]?.includes(name),
  )
  if (unasked.length > 0) throw new Error(`${field.name} wants ${unasked.map(({ name }) => name).join(', ')}`)
  return `${called} ${selection(getNamedType(field.type), { depth: 4, ofKeys })}`
}

/** An object by its id and its name; what has none, by all that it holds. */
function selection(type: GraphQLNamedType, { depth, ofKeys }: { depth: number; ofKeys: boolean }): string {
  if (isLeafType(type)) return ''
  if (isUnionType(type)) {
    const parts = type.getTypes().map((member) => `... on ${member.name} ${selection(member, { depth, ofKeys })}`)
    return `{ __typename ${parts.join(' ')} }`
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }'
  const known = ofKeys ? (SHOWN[type.name] ?? []) : Object.keys(type.getFields())
  const fields = Object.values(type.getFields()).filter(({ name }) => known.includes(name))
  if (isNode(type)) {
    const names = fields.filter(({ name }) => ['id', 'nom', 'titre'].includes(name)).map(({ name }) => name)
    return `{ ${names.join(' ')} }`
  }
  const parts = fields.flatMap((field) => {
    const named = getNamedType(field.type)
    if (isLeafType(named)) return field.name === 'cursor' || field.name.endsWith('Cursor') ? [] : [field.name]
    return depth > 0 && field.args.length === 0
      ? [`${field.name} ${selection(named, { depth: depth - 1, ofKeys })}`]
      : []
  })
  return `{ ${parts.join(' ')} }`
}

/** Whether an answer tells nothing: null, no, none. */
export function tellsNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined || answer === false || answer === 0) return true
  if (Array.isArray(answer)) return answer.length === 0
  return typeof answer === 'object' && 'edges' in answer && tellsNothing(answer.edges)
}
