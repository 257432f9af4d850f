import { readdir, readFile } from 'node:fs/promises'
import { isEnumType, isInputObjectType, isInterfaceType, isNonNullType, isObjectType, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { unnamedBreakingChanges } from '../../../test/breaking-changes.ts'
import { printedObservatoire } from '../printed-schema.ts'
import { schema } from '../schema.ts'
import { exempleOf } from './exemples.ts'
import { observatoireSchema } from './observatoire-schema.ts'
import { SHOWN } from './shown.ts'

const DOCS = new URL('../../../../docs/', import.meta.url)

const readDoc = (path: string) => readFile(new URL(path, DOCS), 'utf8')

/** Types of which the observatory has nothing, not even under another name. */
const NEVER = [
  'Membre',
  'Personne',
  'Viewer',
  'Session',
  'Invitation',
  'ReceivedInvitation',
  'Octroi',
  'ApiKey',
  'PlanModele',
  'Vue',
  'Fil',
  'Commentaire',
  'Webhook',
  'WebhookDelivery',
  'JournalEntry',
  'JournalActe',
  'Suppression',
  'Subscription',
]

interface ShownField {
  type: string
  field: string
  description: string
}

/** Every field of the sub-graph, those of inputs too. */
function shownFields(): ShownField[] {
  return Object.values(observatoireSchema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return []
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return []
    return Object.values(type.getFields()).map(({ name, description }) => ({
      type: type.name,
      field: name,
      description: description ?? '',
    }))
  })
}

describe('the sub-graph of the observatory', () => {
  it('is the one that is printed in docs/api/observatoire.graphql: after a change, npm run schema', async () => {
    expect(await readDoc('api/observatoire.graphql')).toBe(printedObservatoire())
  })

  it('breaks no promise made in docs/api/observatoire-baseline.graphql, but those that a decision names', async () => {
    const pages = (await readdir(new URL('decisions/', DOCS))).map((name) => readDoc(`decisions/${name}`))
    const broken = unnamedBreakingChanges({
      baseline: await readDoc('api/observatoire-baseline.graphql'),
      current: printedObservatoire(),
      decisions: await Promise.all(pages),
    })
    expect(broken, 'mend it, or write these sentences into a page of docs/decisions').toEqual([])
  })

  it('shows what shown.ts names, all of it and nothing else', () => {
    const shown = shownFields().map(({ type, field }) => `${type}.${field}`)
    const named = Object.entries(SHOWN).flatMap(([type, fields]) => fields.map((field) => `${type}.${field}`))
    expect(shown.toSorted()).toEqual(named.toSorted())
  })

  it('has nothing of members, addresses, sessions, invitations, grants, keys, journal, corbeille or presence', () => {
    const types = observatoireSchema.getTypeMap()
    expect(NEVER.filter((name) => schema.getType(name) === undefined)).toEqual([])
    expect(NEVER.filter((name) => name in types)).toEqual([])
    const people = /email|auteur|pilote|referent|membre|personne|viewer/i
    expect(shownFields().filter(({ field }) => people.test(field))).toEqual([])
  })

  it('describes every field in French, with an example', () => {
    const without = shownFields().filter(({ description }) => !/^\S.*Exemple : \S/s.test(description))
    expect(without.map(({ type, field }) => `${type}.${field}`)).toEqual([])
  })

  it('gives of its queries and mutations examples that it would answer', () => {
    for (const [type, operation] of [
      ['Query', 'query'],
      ['Mutation', 'mutation'],
    ] as const) {
      for (const field of SHOWN[type] ?? []) {
        const document = parse(`${operation} { ${exempleOf({ type, field }).replace(/\.$/, '')} }`)
        expect(validate(observatoireSchema, document).map(({ message }) => message)).toEqual([])
      }
    }
  })

  it('gives of enums examples that are among their values', () => {
    for (const { type, field } of shownFields()) {
      const owner = observatoireSchema.getType(type)
      if (!isObjectType(owner) && !isInputObjectType(owner)) continue
      const answered = owner.getFields()[field]?.type
      const value = isNonNullType(answered) ? answered.ofType : answered
      if (!isEnumType(value)) continue
      const exemple = exempleOf({ type, field }).replace(/\.$/, '')
      expect(value.getValue(exemple), `${type}.${field}: ${exemple}`).toBeDefined()
    }
  })

  it('answers each field as the whole schema does: with the same type, by the same arguments', () => {
    for (const { type, field } of shownFields()) {
      const [here, there] = [observatoireSchema, schema].map((graph) => {
        const found = graph.getType(type)
        if (!isObjectType(found)) return null
        const { type: answered, args } = found.getFields()[field] ?? { args: [] }
        return { answered: String(answered), args: args.map((arg) => `${arg.name}: ${String(arg.type)}`) }
      })
      expect(here).toEqual(there)
    }
  })
})
