import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core'
import { SHOWN } from './shown.ts'

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- Pothos knows its plugins by it
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      observatoire: ObservatoirePlugin<Types>
    }
  }
}

/** The sub-graph of the observatory. */
export const OBSERVATOIRE = 'Observatoire'

/** Kinds of types that are shown wherever a field that is shown has them: they hold no field of their own. */
const FOLLOWING: ReadonlySet<string> = new Set(['Scalar', 'Enum', 'Union'])

/**
 * Puts into the sub-graph what `shown.ts` names, whatever part of the schema adds it: listed in one place, it is read in one place. It is the first of
 * the builder's plugins, so that it has the last word after the plugin of sub-graphs.
 */
export class ObservatoirePlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    const isShown = FOLLOWING.has(config.kind) || Object.hasOwn(SHOWN, config.name)
    return { ...config, extensions: { ...config.extensions, ...within(isShown) } }
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    return { ...config, extensions: { ...config.extensions, ...within(isShownField(config)) } }
  }

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    // Arguments come with their field.
    if (config.kind !== 'InputObject') return config
    return { ...config, extensions: { ...config.extensions, ...within(isShownField(config)) } }
  }
}

function isShownField({ parentType, name }: { parentType: string; name: string }): boolean {
  return SHOWN[parentType]?.includes(name) ?? false
}

function within(isShown: boolean): { subGraphs: string[] } {
  return { subGraphs: isShown ? [OBSERVATOIRE] : [] }
}

SchemaBuilder.registerPlugin('observatoire', ObservatoirePlugin)
