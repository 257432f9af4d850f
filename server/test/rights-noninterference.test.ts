import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay'
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
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NODE_NAMES, type NodeName } from '../src/graphql/global-id.ts'
import { schema } from '../src/graphql/schema.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'
import { makeWorld, type World } from './whole-world.ts'

/*
 * What one may not read must change nothing to what one reads: every field of the schema is asked from every object, then what
 * is restricted is erased from the database for good, and the same questions get the same answers to the letter. Counts, orders,
 * links, pages and refusals are in them. A new type or field joins by itself.
 */

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

/** Those from whom the restricted plans and fiche are kept. */
const WHO = [
  'éditeur',
  'admin ailleurs et lecteur ici',
  'ailleurs',
  'ailleurs, avec un accès au plan ouvert',
  'lecteur, avec un accès à une fiche',
] as const
type Who = (typeof WHO)[number]

const PAGE = 10

/** Some five hundred queries twice for each, on busy cores. */
const TIMEOUT_MS = 300_000

/** Objects asked of in one query: what aliases and cost allow. */
const BATCH = 10

let app: GraphqlApp
let cookies: Record<Who, string>
let open: World
let secret: World

const uuid = (globalId: string | undefined) => decodeGlobalID(globalId ?? '').id

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  open = await makeWorld({ make, prisma }, { mark: 'Ouvert' })
  const { collectivite } = open
  const collectiviteId = collectivite.id
  secret = await makeWorld({ make, prisma }, { mark: 'Secret', commun: 'Commun', collectivite })
  const plans = secret.ids.Plan.map(uuid)
  await prisma.plan.updateMany({ where: { id: { in: plans } }, data: { visibilite: 'RESTREINT' } })

  // What is open and what is not, joined in every way.
  const [openFiche, openShared] = open.ids.Fiche.map(uuid)
  const [secretFiche, secretShared] = secret.ids.Fiche.map(uuid)
  const [secretPlan] = plans
  const [secretAxe] = secret.ids.Axe.map(uuid)
  const [indicateur] = open.ids.Indicateur.map(uuid)
  const [openPlan] = open.ids.Plan.map(uuid)
  const [openAxe] = open.ids.Axe.map(uuid)
  if (
    !openFiche ||
    !openShared ||
    !secretFiche ||
    !secretShared ||
    !secretPlan ||
    !secretAxe ||
    !indicateur ||
    !openPlan
  )
    throw new Error('a world has one of each')
  const [one, other] = [openFiche, secretFiche].toSorted()
  await prisma.lien.createMany({
    data: [
      { ficheId: one ?? '', autreId: other ?? '', type: 'DOUBLON' },
      { ficheId: openFiche, autreId: secretFiche, type: 'DEPEND_DE' },
      { ficheId: secretFiche, autreId: openFiche, type: 'CONTRIBUE_A' },
    ],
  })
  await prisma.placement.createMany({
    data: [openFiche, openShared].map((ficheId, at) => ({
      ficheId,
      planId: secretPlan,
      axeId: at === 0 ? secretAxe : null,
      collectiviteId,
      position: `a${at}`,
    })),
  })
  const [secretChamp] = await prisma.champPropre.findMany({ where: { planId: secretPlan, type: 'TEXTE' } })
  await prisma.champPropreValeur.create({
    data: { ficheId: openFiche, champId: secretChamp?.id ?? '', type: 'TEXTE', texte: 'Secret' },
  })
  await prisma.ficheIndicateur.create({ data: { ficheId: secretFiche, indicateurId: indicateur, collectiviteId } })
  await prisma.axeIndicateur.create({ data: { axeId: secretAxe, indicateurId: indicateur } })

  // A restricted fiche in the open, before and after the others.
  for (const axeId of [openAxe, null]) {
    const fiche = await make.fiche({ plan: await prisma.plan.findUniqueOrThrow({ where: { id: openPlan } }) })
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true, titre: 'Haies Secret' } })
    if (axeId) await prisma.placement.updateMany({ where: { ficheId: fiche.id }, data: { axeId, position: 'Zz' } })
    await prisma.ficheIndicateur.create({ data: { ficheId: fiche.id, indicateurId: indicateur, collectiviteId } })
    const label = await prisma.label.findFirstOrThrow({ where: { collectiviteId, genre: 'TAG' } })
    await prisma.ficheLabel.create({ data: { ficheId: fiche.id, labelId: label.id, genre: 'TAG', collectiviteId } })
    const sousAction = await prisma.fiche.create({
      data: { collectiviteId, parentId: fiche.id, position: 'a0', titre: 'Secret' },
    })
    const [premier, second] = [fiche.id, openFiche].toSorted()
    await prisma.lien.create({ data: { ficheId: premier ?? '', autreId: second ?? '', type: 'LIEE' } })
    secret.ids.Fiche.push(encodeGlobalID('Fiche', fiche.id), encodeGlobalID('Fiche', sousAction.id))
    secret.ids.Placement.push(encodeGlobalID('Placement', fiche.placement.id))
  }

  const both = await make.membre({ role: 'ADMIN' })
  await prisma.membre.create({ data: { userId: both.user.id, collectiviteId, role: 'LECTEUR' } })
  const { user: granted } = await make.membre({ role: 'ADMIN' })
  await prisma.user.update({ where: { id: granted.id }, data: { emailVerified: true } })
  const { user: named, viewer: namedViewer } = await make.membre({ collectivite, role: 'LECTEUR' })
  const membreId = namedViewer.memberships[0]?.membreId ?? null
  await prisma.octroi.createMany({
    data: [
      { collectiviteId, planId: openPlan, email: granted.email, niveau: 'EDITER' },
      { collectiviteId, ficheId: openFiche, membreId, niveau: 'EDITER' },
    ],
  })
  cookies = {
    'ailleurs, avec un accès au plan ouvert': await app.signIn(granted),
    'lecteur, avec un accès à une fiche': await app.signIn(named),
    éditeur: await app.signIn((await make.membre({ collectivite, role: 'EDITEUR' })).user),
    'admin ailleurs et lecteur ici': await app.signIn(both.user),
    ailleurs: await app.signIn((await make.membre({ role: 'ADMIN' })).user),
  }
})

afterAll(() => app.close())

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

/** Every question: from each object, whoever may read it, by each field that leads to others. */
function questions(): string[] {
  const asked: string[] = []
  for (const name of NODE_NAMES) {
    const type = schema.getType(name)
    if (!isObjectType(type)) throw new Error(`no type is called ${name}`)
    const ids = [...open.ids[name], ...secret.ids[name]]
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
    const path = call(field)
    const named = getNamedType(field.type)
    if (path !== null) asked.push(`{ ${path} ${isLeafType(named) ? '' : selection(named, 0)} }`)
  }
  const { siren } = open.collectivite
  const collectivite = schema.getType('Collectivite')
  if (!isObjectType(collectivite)) throw new Error('there is a type Collectivite')
  asked.push(`{ collectivite(siren: "${siren}") ${selection(collectivite, 1)} }`)
  for (const order of ['field: TITRE, direction: ASC', 'field: DATE_FIN, direction: DESC'])
    asked.push(
      `{ fiches(first: 5, orderBy: { ${order} }) { edges { cursor node { titre } } pageInfo { hasNextPage } } }`,
    )
  for (const words of ['haies', 'secret', 'mare', 'ouvert'])
    asked.push(`{ searchFiches(first: 50, recherche: "${words}") { extrait fiche { titre } } }`)
  for (const planId of open.ids.Plan)
    for (const titre of ['Haies Secret', 'Haies Ouvert', 'Mares'])
      asked.push(
        `{ similarFiches(planId: "${planId}", titre: "${titre}", first: 20) { score raisons { phrase } fiche { titre } } }`,
      )
  asked.push(
    `{ collectivite(siren: "${siren}") { doublonsPossibles(first: 100) { edges { cursor node { score raisons { phrase } fiche { titre } autre { titre } } } pageInfo { hasNextPage } } } }`,
  )
  const every = (name: NodeName) => [...open.ids[name], ...secret.ids[name]]
  const batches = (fields: readonly string[]) => {
    for (let at = 0; at < fields.length; at += BATCH)
      asked.push(
        `{ ${fields
          .slice(at, at + BATCH)
          .map((field, index) => `of${index}: ${field}`)
          .join(' ')} }`,
      )
  }
  for (const ids of [open.ids.Plan, every('Plan'), every('Axe'), every('Fiche')])
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

async function answers(asked: readonly string[]): Promise<Map<string, string>> {
  const got = new Map<string, string>()
  for (const who of WHO) {
    for (const query of asked) {
      const { data, errors } = await app.query({ query, cookie: cookies[who] })
      got.set(
        `${who}: ${query}`,
        JSON.stringify({ data, errors: errors.map(({ message, path }) => ({ message, path })) }),
      )
    }
  }
  return got
}

/** Erases what is restricted, as if it had never been. */
async function erase(): Promise<void> {
  const ficheIds = secret.ids.Fiche.map(uuid)
  const planIds = secret.ids.Plan.map(uuid)
  const kinds = { kind: { not: 'INDICATEUR' as const } }
  const suppressionIds = secret.ids.Suppression.map(uuid)
  await prisma.fiche.deleteMany({ where: { parentId: { in: ficheIds } } })
  await prisma.fiche.deleteMany({ where: { id: { in: ficheIds } } })
  await prisma.placement.deleteMany({ where: { planId: { in: planIds } } })
  await prisma.axe.deleteMany({ where: { planId: { in: planIds } } })
  await prisma.plan.deleteMany({ where: { id: { in: planIds } } })
  await prisma.suppression.deleteMany({ where: { id: { in: suppressionIds }, ...kinds } })
}

it('answers as if what one may not read had never been', { timeout: TIMEOUT_MS }, async () => {
  const asked = questions()
  const before = await answers(asked)
  await erase()
  const after = await answers(asked)
  const told = [...before].filter(([question, answer]) => after.get(question) !== answer)
  expect(told.map(([question, answer]) => `${question}\n  ${answer}\n  ${after.get(question)}`)).toEqual([])
  const refused = [...before].filter(([, answer]) => answer.includes('"errors":[{'))
  expect(refused.map(([question, answer]) => `${question} ${answer}`).slice(0, 5)).toEqual([])
  expect([...before.values()].filter((answer) => answer.includes('Ouvert')).length).toBeGreaterThan(100)
})
