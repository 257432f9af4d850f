import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from './schema.ts'

interface Described {
  name: string
  description?: string | null | undefined
}

/** Everything that the schema names, as `Type.field(argument)`. */
function* named(): Generator<[string, Described]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || ['ID', 'String', 'Int', 'Boolean'].includes(type.name)) continue
    yield [type.name, type]
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value]
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field]
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field]
        for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name})`, argument]
      }
    }
  }
}

describe('the schema', () => {
  it('describes everything that it names', () => {
    const undescribed = [...named()].filter(([, { description }]) => !description?.trim()).map(([path]) => path)
    expect(undescribed).toEqual([])
  })
})
