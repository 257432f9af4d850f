import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import { demandWriter } from '../domain/rights/demand.ts'
import type { GraphqlContext } from './context.ts'

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- Pothos knows its plugins by it
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      readOnly: ReadOnlyPlugin<Types>
    }
  }
}

/**
 * Refuses every mutation of whoever sees as somebody else, before anything of what they sent is looked at. It comes after the plugin of errors,
 * which makes a typed answer of the refusal.
 */
export class ReadOnlyPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { parentType }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (parentType !== 'Mutation') return resolve
    return (parent, args, context, info) => {
      if (!isOurs(context)) throw new Error('a mutation has the context of the API')
      demandWriter(context.viewer)
      return resolve(parent, args, context, info)
    }
  }
}

function isOurs(context: object): context is GraphqlContext {
  return 'viewer' in context
}

SchemaBuilder.registerPlugin('readOnly', ReadOnlyPlugin)
