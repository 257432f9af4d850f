import { z } from 'zod'
import type { GraphqlApp } from '../graphql-app.ts'
import { fieldsOf, typeNamed } from './content.ts'

interface Read {
  app: GraphqlApp
  apiKey: string | null
}

const thing = z.looseObject({ __typename: z.string(), id: z.string() })
type Thing = z.infer<typeof thing>

/** Everything that a caller reads by the lists of the API, as a copy keeps it: by `Type id`. `publics`: what is published, else what is theirs. */
export async function fullRead(read: Read, { publics }: { publics: boolean }): Promise<Map<string, string>> {
  const things = publics ? await publishedThings(read) : await ownThings(read)
  return new Map(things.map((each) => [`${each.__typename} ${each.id}`, JSON.stringify(each)]))
}

async function ownThings(read: Read): Promise<Thing[]> {
  const collectivites = await pages(read, (page) => `collectivites(${page})`, fieldsOf('Collectivite'))
  const plans = await pages(read, (page) => `plans(${page})`, fieldsOf('Plan'))
  const fiches = await pages(read, (page) => `fiches(${page})`, fieldsOf('Fiche'))
  const shared = await Promise.all(
    collectivites.map(async ({ siren }) => {
      const within = (list: string) => (page: string) =>
        `collectivite(siren: "${String(siren)}") { list: ${list.replace('PAGE', page)}`
      const genres = ['STRUCTURE', 'PARTENAIRE', 'INSTANCE_GOUVERNANCE', 'TAG', 'FINANCEUR']
      return [
        ...(await pages(read, within('services(PAGE)'), fieldsOf('Service'), ' }')),
        ...(await pages(read, within('indicateurs(PAGE)'), fieldsOf('Indicateur'), ' }')),
        ...(
          await Promise.all(
            genres.map((genre) => pages(read, within(`labels(genre: ${genre}, PAGE)`), fieldsOf('Label'), ' }')),
          )
        ).flat(),
      ]
    }),
  )
  return [...collectivites, ...plans, ...fiches, ...shared.flat(), ...(await heldBy(read, { plans, fiches }))]
}

async function publishedThings(read: Read): Promise<Thing[]> {
  const plans = await pages(read, (page) => `plansPublics(${page})`, fieldsOf('Plan'))
  const found = new Map<string, Thing>()
  const add = (things: readonly Thing[]) => things.forEach((each) => found.set(`${each.__typename} ${each.id}`, each))
  for (const { uuid } of plans) {
    const within = (list: string) => (page: string) =>
      `plan(uuid: "${String(uuid)}") { list: ${list.replace('PAGE', page)}`
    add(await pages(read, within('indicateurs(PAGE)'), fieldsOf('Indicateur'), ' }'))
    const places = z.array(z.looseObject({ fiche: thing.extend({ sousActions: z.array(thing) }) }))
    const placed = places.parse(
      await pages(
        read,
        within('placements(PAGE)'),
        `__typename id fiche { ${fieldsOf('Fiche')} sousActions { ${fieldsOf('Fiche')} } }`,
        ' }',
      ),
    )
    for (const {
      fiche: { sousActions, ...fiche },
    } of placed)
      add([fiche, ...sousActions])
    const { data } = await read.app.query({
      query: `{ plan(uuid: "${String(uuid)}") { collectivite { ${fieldsOf('Collectivite')} } } }`,
      apiKey: read.apiKey,
    })
    add([z.object({ plan: z.object({ collectivite: thing }) }).parse(data).plan.collectivite])
  }
  const fiches = [...found.values()].filter(({ __typename }) => __typename === 'Fiche')
  for (const { uuid } of fiches) {
    const { data } = await read.app.query({
      query: `{ fiche(uuid: "${String(uuid)}") { indicateurs { ${fieldsOf('Indicateur')} } } }`,
      apiKey: read.apiKey,
    })
    add(z.object({ fiche: z.object({ indicateurs: z.array(thing) }) }).parse(data).fiche.indicateurs)
  }
  add(await heldBy(read, { plans, fiches }))
  return [...plans, ...found.values()]
}

/** Axes and places of plans; notes and links of fiches. */
async function heldBy(read: Read, { plans, fiches }: Record<'plans' | 'fiches', readonly Thing[]>): Promise<Thing[]> {
  const things: Thing[] = []
  for (const { uuid } of plans) {
    const within = (list: string) => (page: string) => `plan(uuid: "${String(uuid)}") { list: ${list}(${page})`
    things.push(...(await pages(read, within('axes'), fieldsOf('Axe'), ' }')))
    things.push(...(await pages(read, within('placements'), fieldsOf('Placement'), ' }')))
  }
  for (const { uuid } of fiches) {
    const within = (page: string) => `fiche(uuid: "${String(uuid)}") { list: notesSuivi(${page})`
    things.push(...(await pages(read, within, fieldsOf('NoteSuivi'), ' }')))
    const { data } = await read.app.query({
      query: `{ fiche(uuid: "${String(uuid)}") { liens { ${fieldsOf('Lien')} } } }`,
      apiKey: read.apiKey,
    })
    things.push(...z.object({ fiche: z.object({ liens: z.array(thing) }) }).parse(data).fiche.liens)
  }
  return things
}

const listShape = z.object({
  edges: z.array(z.object({ node: thing })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
})

async function pages(read: Read, list: (page: string) => string, fields: string, end = ''): Promise<Thing[]> {
  const things: Thing[] = []
  for (let after: string | null = null; ;) {
    const asked = list(after === null ? 'first: 10' : `first: 10, after: "${after}"`)
    const query = `{ answer: ${asked} { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } }${end} }`
    const { data, errors } = await read.app.query({ query, apiKey: read.apiKey })
    if (errors.length > 0) throw new Error(`a list was not answered: ${JSON.stringify(errors)}`)
    const { answer } = z.object({ answer: end ? z.object({ list: listShape }) : listShape }).parse(data)
    const { edges, pageInfo } = 'list' in answer ? answer.list : answer
    things.push(...edges.map(({ node }) => node))
    if (!pageInfo.hasNextPage) return things
    after = pageInfo.endCursor
  }
}

/** Asked of at once: what aliases allow, those of the fields too. */
const BATCH = 5

/** Things as their ids are answered to somebody, as a copy keeps them: by `Type id`. */
export async function readByIds(
  { app, cookie }: { app: GraphqlApp; cookie: string },
  keys: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const all = [...keys]
  const things = new Map<string, string>()
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH)
    const nodes = batch.map((key, at) => {
      const [type = '', id = ''] = key.split(' ')
      return `of${at}: node(id: "${id}") { ... on ${type} { ${fieldsOf(typeNamed(type))} } }`
    })
    const { data, errors } = await app.query({ query: `{ ${nodes.join(' ')} }`, cookie })
    if (errors.length > 0) throw new Error(`things were not answered: ${JSON.stringify(errors)}`)
    for (const node of Object.values(z.record(z.string(), thing.nullable()).parse(data)))
      if (node) things.set(`${node.__typename} ${node.id}`, JSON.stringify(node))
  }
  return things
}
