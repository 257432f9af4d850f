import { createHash } from 'node:crypto'
import { addTypenameToDocument } from '@apollo/client/utilities'
import { Kind, OperationTypeNode, print, visit } from 'graphql'

/**
 * Every query and mutation of the application as Apollo Client sends it, by its SHA-256: the JSON that the server reads.
 *
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction<object>}
 */
export function plugin(_schema, files) {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? [])
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )
  const operations = definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation !== OperationTypeNode.SUBSCRIPTION,
  )
  const registered = operations.map((operation) => {
    const name = operation.name?.value
    if (!name) throw new Error('an operation of the application has a name')
    const spread = [...spreadIn(operation, fragments)].map((fragment) => fragments.get(fragment))
    const text = print(addTypenameToDocument({ kind: Kind.DOCUMENT, definitions: [operation, ...spread] }))
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
  const names = registered.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`two operations are named ${twice}`)
  registered.sort((a, b) => (a.name < b.name ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(registered.map(({ hash, text }) => [hash, text])), null, 2)}\n`
}

/** The names of the fragments that a definition needs, and those that these need. */
function spreadIn(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return
      found.add(value)
      const fragment = fragments.get(value)
      if (!fragment) throw new Error(`no fragment is named ${value}`)
      spreadIn(fragment, fragments, found)
    },
  })
  return found
}
