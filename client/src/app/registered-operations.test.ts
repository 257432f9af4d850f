import { readFileSync } from 'node:fs'
import { type DefinitionNode, type DocumentNode, Kind, OperationTypeNode, parse, print } from 'graphql'
import { expect, it } from 'vitest'
import * as generated from '../gql/graphql.ts'
import { hashOf } from '../lib/graphql/registered-operations.ts'
import { createApolloCache } from './apollo-cache.ts'

const texts: Record<string, string> = JSON.parse(
  readFileSync(new URL('../gql/registered-operations.json', import.meta.url), 'utf8'),
)

/** Its operation and its fragments, in whatever order they were written. */
function parts(document: DocumentNode): string[] {
  return document.definitions.map((definition) => print(definition)).toSorted()
}

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
}

const nameOf = (definition: DefinitionNode | undefined) =>
  definition?.kind === Kind.OPERATION_DEFINITION && definition.operation !== OperationTypeNode.SUBSCRIPTION
    ? definition.name?.value
    : undefined

it('registers every query and mutation of the application, as Apollo sends it', () => {
  const documents = Object.values(generated).filter(isDocument)
  const operations = documents.flatMap((document) => {
    const name = nameOf(document.definitions.find((definition) => nameOf(definition)))
    return name === undefined ? [] : [{ name, document }]
  })
  const registered = new Map(Object.values(texts).map((text) => [/^\w+ (\w+)/.exec(text)?.[1] ?? '', text]))
  expect(operations.map(({ name }) => name).toSorted()).toEqual([...registered.keys()].toSorted())
  for (const { name, document } of operations) {
    const text = registered.get(name) ?? ''
    expect([name, parts(parse(text))]).toEqual([name, parts(createApolloCache().transformDocument(document))])
  }
})

it('keeps the hash that the build puts in a document, whatever Apollo adds to it', () => {
  const built = { ...generated.PlansDocument, hash: 'abc' }
  const sent = createApolloCache().transformDocument(built)
  expect(sent).not.toBe(built)
  expect(hashOf(sent)).toBe('abc')
  expect(hashOf(generated.PlansDocument)).toBeUndefined()
})
