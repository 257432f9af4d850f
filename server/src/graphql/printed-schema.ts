import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { observatoireSchema } from './observatoire/observatoire-schema.ts'
import { schema } from './schema.ts'

/** The schema as committed in schema.graphql: sorted, so that only real changes show. */
export function printedSchema(): string {
  return printed(schema)
}

/** What is shown to keys, as committed in docs/api/observatoire.graphql. */
export function printedObservatoire(): string {
  return printed(observatoireSchema)
}

function printed(graph: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(graph))}\n`
}
