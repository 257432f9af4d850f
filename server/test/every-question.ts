import { decodeGlobalID } from '@pothos/plugin-relay'
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { NODE_NAMES, type NodeName } from '../src/graphql/global-id.ts'
import { schema } from '../src/graphql/schema.ts'
import type { GraphqlApp } from './graphql-app.ts'
import type { World } from './whole-world.ts'

/** Who asks, by their session; as whom they see. */
export interface Caller {
  cookie: string | null
  seeingAs?: string | null
}

const PAGE = 10

/** Objects asked of in one query: what aliases and cost allow. */
const BATCH = 10

const uuid = (globalId: string) => decodeGlobalID(globalId).id

/**
 * What is of all collectivités at once, those of the tests that run beside this one too: changes-property.test.ts and agregats.test.ts look at it.
 */
const OF_EVERYBODY: ReadonlySet<string> = new Set(['changesPublics', 'agregatsPublics', 'plansPublics'])

/** `name(first: 20)`, or nothing for a field that cannot be asked without knowing more. */
function call({ name, args }: GraphQLField<unknown, unknown>): string | null {
  const pages = args.some((arg) => arg.name === 'first')
  const needsMore = args.some(
    (arg) => isNonNullType(arg.type) && arg.name !== 'first' && arg.defaultValue === undefined,
  )
  if (needsMore) return null
  return pages ? `${name}(first: ${PAGE})` : name
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
}

function isConnection(type: GraphQLNamedType): boolean {
  return /(Connection|Edge)$/.test(type.name)
}

/** The leaves of a type, and those of what it leads to so many objects further. What pages do not count. */
function selection(type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type)) return `{ __typename }`
  const parts = fieldsOf(type).flatMap((field) => {
    const named = getNamedType(field.type)
    const asked = call(field)
    if (asked === null) return []
    if (isLeafType(named)) return named.name === 'DateTime' ? [] : [asked]
    // The pages between two objects do not count.
    const further = isConnection(type) ? depth : depth - 1
    return further >= 0 ? [`${asked} ${selection(named, further)}`] : []
  })
  return `{ __typename ${parts.join(' ')} }`
}

/** Every question: from each object of these worlds, whoever may read it, by each field that leads to others. */
export function questions(...worlds: [World, ...World[]]): string[] {
  const [{ ids: shown, collectivite }] = worlds
  const every = (name: NodeName) => worlds.flatMap(({ ids }) => ids[name])
  const asked: string[] = []
  for (const name of NODE_NAMES) {
    const type = schema.getType(name)
    if (!isObjectType(type)) throw new Error(`no type is called ${name}`)
    const ids = every(name)
    const leaves = fieldsOf(type).filter((field) => isLeafType(getNamedType(field.type)))
    const leavesOnly = leaves.map((field) => call(field)).join(' ')
    const paths = fieldsOf(type).flatMap((field) => {
      const named = getNamedType(field.type)
      const path = call(field)
      return isLeafType(named) || path === null ? [] : [`${path} ${selection(named, 0)}`]
    })
    for (const path of [leavesOnly, ...paths])
      for (let at = 0; at < ids.length; at += BATCH) {
        const each = ids.slice(at, at + BATCH).map((id, index) => `of${index}: node(id: "${id}") { ...Asked }`)
        asked.push(`{ ${each.join(' ')} } fragment Asked on ${name} { ${path} }`)
      }
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (OF_EVERYBODY.has(field.name)) continue
    const path = call(field)
    const named = getNamedType(field.type)
    if (path !== null) asked.push(`{ ${path} ${isLeafType(named) ? '' : selection(named, 0)} }`)
  }
  const { siren } = collectivite
  const type = schema.getType('Collectivite')
  if (!isObjectType(type)) throw new Error('there is a type Collectivite')
  asked.push(`{ collectivite(siren: "${siren}") ${selection(type, 1)} }`)
  asked.push(`{ plansPublics(first: ${PAGE}, where: { siren: "${siren}" }) { edges { node { id nom } } } }`)
  for (const order of ['field: TITRE, direction: ASC', 'field: DATE_FIN, direction: DESC'])
    asked.push(
      `{ fiches(first: 5, orderBy: { ${order} }) { edges { cursor node { titre } } pageInfo { hasNextPage } } }`,
    )
  for (const words of ['haies', 'secret', 'mare', 'ouvert'])
    asked.push(`{ searchFiches(first: 50, recherche: "${words}") { extrait fiche { titre } } }`)
  for (const planId of shown.Plan)
    for (const titre of ['Haies Secret', 'Haies Ouvert', 'Mares'])
      asked.push(
        `{ similarFiches(planId: "${planId}", titre: "${titre}", first: 20) { score raisons { phrase } fiche { titre } } }`,
      )
  asked.push(
    `{ collectivite(siren: "${siren}") { doublonsPossibles(first: 100) { edges { cursor node { score raisons { phrase } fiche { titre } autre { titre } } } pageInfo { hasNextPage } } } }`,
  )
  const batches = (fields: readonly string[]) => {
    for (let at = 0; at < fields.length; at += BATCH)
      asked.push(
        `{ ${fields
          .slice(at, at + BATCH)
          .map((field, index) => `of${index}: ${field}`)
          .join(' ')} }`,
      )
  }
  for (const ids of [shown.Plan, every('Plan'), every('Axe'), every('Fiche')])
    batches([`deletionPreview(ids: ${JSON.stringify(ids)}) { axes fiches sousActions kept }`])
  const audience = 'before after readersBefore readersAfter'
  batches(
    every('Fiche').flatMap((ficheId) =>
      every('Plan').map((planId) => `placementPreview(ficheId: "${ficheId}", planId: "${planId}") { ${audience} }`),
    ),
  )
  batches(every('Fiche').map((id) => `fiche(uuid: "${uuid(id)}") { titre }`))
  batches(
    every('Fiche').map(
      (id) =>
        `fiche(uuid: "${uuid(id)}") { similarFiches(first: 20) { score raisons { phrase apport } fiche { titre } } }`,
    ),
  )
  batches(every('Plan').map((id) => `plan(uuid: "${uuid(id)}") { nom fichesCount }`))
  const listed = (where: string) => `fiches(first: 20, where: { ${where} }) { edges { node { titre } } }`
  batches(every('Plan').map((id) => listed(`plan: { equals: "${id}" }`)))
  batches(every('Axe').map((id) => listed(`axe: { equals: "${id}" }`)))
  return asked
}

/** What each is answered, by who asks and the question. */
export async function answers(
  app: GraphqlApp,
  asked: readonly string[],
  callers: Readonly<Record<string, Caller>>,
): Promise<Map<string, string>> {
  const got = new Map<string, string>()
  for (const [who, caller] of Object.entries(callers)) {
    for (const query of asked) {
      const { data, errors } = await app.query({ query, ...caller })
      got.set(
        `${who}: ${query}`,
        JSON.stringify({ data, errors: errors.map(({ message, path }) => ({ message, path })) }),
      )
    }
  }
  return got
}
