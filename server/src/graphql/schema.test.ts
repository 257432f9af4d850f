import { readdir, readFile } from 'node:fs/promises'
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { unnamedBreakingChanges } from '../../test/breaking-changes.ts'
import { printedSchema } from './printed-schema.ts'
import { schema } from './schema.ts'

const ROOT = new URL('../../../', import.meta.url)
const DECISIONS = new URL('docs/decisions/', ROOT)

const read = (path: string) => readFile(new URL(path, ROOT), 'utf8')

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

  it('is the one that is printed in schema.graphql: after a change, npm run schema', async () => {
    expect(await read('schema.graphql')).toBe(printedSchema())
  })

  it('breaks no promise made in docs/api/schema-baseline.graphql, but those that a decision names', async () => {
    const pages = (await readdir(DECISIONS)).map((name) => readFile(new URL(name, DECISIONS), 'utf8'))
    const broken = unnamedBreakingChanges({
      baseline: await read('docs/api/schema-baseline.graphql'),
      current: printedSchema(),
      decisions: await Promise.all(pages),
    })
    expect(broken, 'mend it, or write these sentences into a page of docs/decisions').toEqual([])
  })
})

describe('a breaking change', () => {
  const baseline = 'type Query { fiche(id: ID!): String plan: String } enum Statut { EN_COURS REALISE }'

  it.each([
    [
      'a field goes',
      'type Query { fiche(id: ID!): String } enum Statut { EN_COURS REALISE }',
      'Query.plan was removed.',
    ],
    [
      'an argument is demanded',
      'type Query { fiche(id: ID!, lang: String!): String plan: String } enum Statut { EN_COURS REALISE }',
      'A required arg lang on Query.fiche was added.',
    ],
    [
      'a value goes',
      'type Query { fiche(id: ID!): String plan: String } enum Statut { EN_COURS }',
      'REALISE was removed from enum type Statut.',
    ],
  ])('is found when %s, and passes once a decision names it', (_what, current, sentence) => {
    expect(unnamedBreakingChanges({ baseline, current, decisions: ['autre chose'] })).toEqual([sentence])
    expect(unnamedBreakingChanges({ baseline, current, decisions: [`## Consequences\n\n- ${sentence}\n`] })).toEqual([])
  })

  it('is none when something is added', () => {
    const current = `${baseline} type Fiche { titre: String }`
    expect(unnamedBreakingChanges({ baseline, current, decisions: [] })).toEqual([])
  })
})
