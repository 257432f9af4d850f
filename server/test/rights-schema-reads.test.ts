import { isObjectType } from 'graphql'
import { describe, expect } from 'vitest'
import { NODE_NAMES, type NodeName } from '../src/graphql/global-id.ts'
import { SHOWN } from '../src/graphql/observatoire/shown.ts'
import { schema } from '../src/graphql/schema.ts'
import { graphqlTest } from './graphql-test.ts'
import { nodeType } from './matrix/ask-fields.ts'
import { asked, problemOf, rowsOf } from './matrix/ask-rows.ts'
import { ALL_FIELDS, type Field, fieldsOf } from './matrix/fields.ts'
import { READERS, VISIBILITES, WHO } from './matrix/readers.ts'
import { OF_ONESELF, seesIt } from './matrix/reads.ts'
import { makeStage } from './matrix/stage.ts'
import { holds, WAYS } from './matrix/ways.ts'

// The rights matrix of reading, made from the schema: every field of every type that has an id, for everybody, in plans of every
// visibility.

const it = graphqlTest.extend('stage', { scope: 'file' }, ({ app, make, prisma }) => makeStage({ app, make, prisma }))

/** A world is asked of object by object. */
const TIMEOUT_MS = 120_000

const KEYS = WHO.filter((who) => READERS[who].is === 'key')
const PEOPLE = WHO.filter((who) => !KEYS.includes(who))

/** The types whose objects keys come to. */
const SHOWN_TYPES = NODE_NAMES.filter((type) => SHOWN[type] !== undefined)

describe('rights matrix of the schema', () => {
  it('says of every field of every type that has an id who is shown it', () => {
    const ofSchema = NODE_NAMES.flatMap((type) =>
      Object.keys(nodeType(type).getFields()).map((name) => `${type}.${name}`),
    )
    expect([...ALL_FIELDS, ...OF_ONESELF].toSorted()).toEqual(ofSchema.toSorted())
  })

  it('is of every type of the schema that has an id', () => {
    const node = schema.getType('Node')
    const types = Object.values(schema.getTypeMap()).filter(isObjectType)
    const named = types.filter((type) => type.getInterfaces().some((its) => its === node))
    expect(named.map(({ name }) => name).toSorted()).toEqual([...NODE_NAMES].toSorted())
  })
})

describe.each(VISIBILITES)('in plans that are %s', (visibilite) => {
  it.for(NODE_NAMES)(
    'shows people each field of %s that is for them, and nothing of the others',
    { timeout: TIMEOUT_MS },
    async (type, { app, stage }) => {
      const ids = someOf(type, stage.worlds[visibilite].ids[type])
      const whole = await rowsOf({ app, type, ids, asker: stage.asker('admin') })
      const wrong: string[] = []
      for (const who of PEOPLE) {
        const rows = await rowsOf({ app, type, ids, asker: stage.asker(who) })
        for (const [at, row] of rows.entries()) {
          const all = whole[at]
          const isSeen = Boolean(all) && seesIt(type, at)(READERS[who], visibilite)
          if ((row !== null) !== isSeen) wrong.push(`${who}: ${type} ${at} is ${row ? '' : 'not '}seen`)
          if (!row || !all) continue
          for (const field of fieldsOf(type)) {
            const shown = field.to(READERS[who], visibilite)
            const problem = problemOf(field, { who, shown, got: row[field.name], all: all[field.name] })
            if (problem) wrong.push(`${who}: ${type}.${field.name} of ${at} ${problem}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
  )

  it.for(SHOWN_TYPES)(
    'shows keys each field of %s that is for them, and nothing of the others',
    { timeout: TIMEOUT_MS },
    async (type, { app, stage }) => {
      const way = WAYS[type]?.(stage.worlds[visibilite])
      const wrong: string[] = []
      for (const field of fieldsOf(type)) {
        const query = `{ of: ${way?.replace('@', `{ ${asked(type, field, { ofKeys: SHOWN[type]?.includes(field.name) ?? false })} }`)} }`
        const { data: all } = await app.query({ query, ...stage.asker('admin') })
        for (const who of KEYS) {
          const { data: got, errors } = await app.query({ query, ...stage.asker(who) })
          if (!SHOWN[type]?.includes(field.name)) {
            if (errors[0]?.extensions['code'] !== 'GRAPHQL_VALIDATION_FAILED')
              wrong.push(`${who}: ${field.name} is known`)
          } else if (!holds(type)(READERS[who], visibilite)) {
            if (JSON.stringify(got) !== '{"of":null}') wrong.push(`${who}: ${field.name} is told`)
          } else {
            expect(errors).toEqual([])
            const shown = field.to(READERS[who], visibilite)
            const problem = problemOf(field, { who, shown, got: leafOf(got, field), all: leafOf(all, field) })
            if (problem) wrong.push(`${who}: ${type}.${field.name} ${problem}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
  )
})

/** Of each type two, which stand for the others: of fiches, a sous-action too. In the corbeille, one of each kind. */
function someOf(type: NodeName, ids: readonly string[]): string[] {
  if (type === 'Suppression') return [...ids]
  return ids.filter((_id, at) => at < 2 || (type === 'Fiche' && at === 3))
}

/** What a field answered at the end of a way: its values, in their order. */
function leafOf(data: unknown, { name }: Field): unknown {
  const found: unknown[] = []
  JSON.stringify(data, (key, value: unknown) => {
    if (key === name) found.push(value)
    return value
  })
  return found.length === 1 ? found[0] : found
}
