import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'
import { headingOf } from './headings.ts'

/** A column of a table: where its cells are in a row, and how they are written. */
export interface Column {
  heading: string
  /** Response keys from a row to a leaf; lists on the way give several values. */
  path: readonly string[]
  type: GraphQLNamedType
}

/** The one list that a query answers. */
export interface Table {
  /** Response keys from the answer to the list. */
  path: readonly string[]
  columns: Column[]
}

interface Place {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

interface Selected {
  key: string
  /** null: it is answered under a name that the query chose. */
  name: string | null
  type: GraphQLOutputType
  selectionSet: SelectionSetNode | undefined
}

/** Nothing of these is a cell: they say where a page is. */
const OF_PAGES: ReadonlySet<string> = new Set(['pageInfo', 'cursor'])

/** The table that a query asks for: its one list, under fields that answer one thing each. Null when it asks for several, or none. */
export function tableOf(
  schema: GraphQLSchema,
  { document, operationName }: { document: DocumentNode; operationName: string | null },
): Table | null {
  const operation = operationOf(document, operationName)
  const root = schema.getQueryType()
  if (operation?.operation !== OperationTypeNode.QUERY || !root) return null
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const place: Place = { schema, fragments }
  const path: string[] = []
  for (let fields = selectedFields(place, root, operation.selectionSet); ;) {
    const [field, ...others] = fields.filter(({ name }) => name !== 'pageInfo')
    if (!field || others.length > 0 || !field.selectionSet) return null
    path.push(field.key)
    const type = getNamedType(field.type)
    fields = selectedFields(place, type, field.selectionSet)
    if (isListType(getNullableType(field.type))) return { path, columns: columnsOf(place, fields) }
  }
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const named = name === null ? operations : operations.filter((operation) => operation.name?.value === name)
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The fields that are selected of a type, those of its fragments too, each once by its key. */
function selectedFields(place: Place, type: GraphQLNamedType, { selections }: SelectionSetNode): Selected[] {
  const found = selections.flatMap((selection): Selected[] => {
    if (selection.kind === Kind.FIELD) {
      const { name, alias, selectionSet } = selection
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined
      if (!field) return []
      return [{ key: alias?.value ?? name.value, name: alias ? null : name.value, type: field.type, selectionSet }]
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? place.fragments.get(selection.name.value) : selection
    if (!fragment) return []
    const narrowed = fragment.typeCondition && place.schema.getType(fragment.typeCondition.name.value)
    return selectedFields(place, narrowed ?? type, fragment.selectionSet)
  })
  return [...new Map(found.map((field) => [field.key, field])).values()]
}

/** A column for each leaf, named by the way to it. The elements of a page say nothing of their own. */
function columnsOf(place: Place, fields: readonly Selected[]): Column[] {
  return fields.flatMap(({ key, name, type, selectionSet }): Column[] => {
    if (name !== null && OF_PAGES.has(name)) return []
    const named = getNamedType(type)
    const own = isWrapper(name) ? [] : [name === null ? chosen(key) : headingOf(name)]
    if (isLeafType(named)) return [{ heading: own.join(''), path: [key], type: named }]
    if (!selectionSet || !(isObjectType(named) || isAbstractType(named))) return []
    return columnsOf(place, selectedFields(place, named, selectionSet)).map((column) => ({
      ...column,
      heading: [...own, column.heading].filter(Boolean).join(' – '),
      path: [key, ...column.path],
    }))
  })
}

/** Whether a field only leads from a page to what it holds. */
function isWrapper(name: string | null): boolean {
  return name === 'edges' || name === 'node'
}

/** A name that the query chose, as words: `echeance_prevue` is « Echeance prevue ». */
function chosen(key: string): string {
  const words = key.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
