import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { builder } from '../builder.ts'
import { stoppable } from '../limits/stoppable-schema.ts'
import '../schema.ts'
import { exempleOf } from './exemples.ts'
import { OBSERVATOIRE } from './observatoire-plugin.ts'

/** What answers those who show a key: the sub-graph of the same builder, with an example of each of its fields. */
export const observatoireSchema = stoppable(withExemples(builder.toSchema({ subGraph: OBSERVATOIRE })))

/** Says an example at the end of each field's description, unless it gives one itself. */
function withExemples(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const description = field.description ?? ''
      if (description.includes('Exemple : ')) continue
      field.description = `${description} Exemple : ${exempleOf({ type: type.name, field: field.name })}`
    }
  }
  return schema
}
