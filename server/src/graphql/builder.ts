import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import SubGraphPlugin from '@pothos/plugin-sub-graph'
import { type Prisma, type PrismaTypes, getDatamodel } from '@pupitre/prisma'
import type { GraphqlContext } from './context.ts'
import { fieldCost } from './limits/field-cost.ts'
import type { OBSERVATOIRE } from './observatoire/observatoire-plugin.ts'
import './observatoire/observatoire-plugin.ts'
import './read-only-plugin.ts'
import { relayOptions } from './relay-options.ts'

/** The types that the schema is built on. */
export interface BuilderTypes {
  PrismaTypes: PrismaTypes
  Context: GraphqlContext
  SubGraphs: typeof OBSERVATOIRE
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    UUID: { Input: string; Output: string }
    Date: { Input: string; Output: Date }
    DateTime: { Input: Date; Output: Date }
    Decimal: { Input: string; Output: Prisma.Decimal }
  }
}

export const builder = new SchemaBuilder<BuilderTypes>({
  plugins: ['observatoire', ErrorsPlugin, 'readOnly', ComplexityPlugin, RelayPlugin, PrismaPlugin, SubGraphPlugin],
  defaultFieldNullability: false,
  prisma: { client: ({ prisma }) => prisma, dmmf: getDatamodel() },
  relay: relayOptions,
  errors: { directResult: true },
  // What it adds up to is judged before anything is executed: see limits/operation-size.ts.
  complexity: { fieldComplexity: fieldCost },
})

builder.queryType({
  description: 'Tout ce que l’on peut lire. Ce que l’on n’a pas le droit de lire répond comme s’il n’existait pas.',
})
builder.subscriptionType({
  description: 'Ce qui change pendant que l’on regarde, par le protocole graphql-transport-ws à l’adresse /graphql.',
})
builder.mutationType({
  description: 'Tout ce que l’on peut changer. Chaque réponse est une union : ce qui a été fait, ou une erreur typée.',
})
