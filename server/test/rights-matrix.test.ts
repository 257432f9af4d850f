import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeDocument } from '../src/domain/rights/judge-document.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

/** Who asks. Another collectivité's admin is as far as one can be from ours with the most rights. */
const WHO = [
  'anonyme',
  'autre collectivité',
  'lecteur',
  'contributeur du service',
  'contributeur d’un autre service',
  'éditeur',
  'admin',
] as const
type Who = (typeof WHO)[number]

const MEMBRES: readonly Who[] = WHO.slice(2)
const FICHE_EDITORS: readonly Who[] = ['contributeur du service', 'éditeur', 'admin']
const EDITORS: readonly Who[] = ['éditeur', 'admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

interface Asker {
  viewer: Viewer | null
  cookie: string | null
}

interface Subject {
  siren: string
  ids: Record<'collectivite' | 'service' | 'plan' | 'axe' | 'fiche' | 'placement' | 'membre', string>
  uuids: { plan: string; fiche: string; indicateur: string }
}

let app: GraphqlApp
let askers: Record<Who, Asker>
let subject: Subject

/** Found in every row of the collectivité in question, and nowhere else: an answer which holds it tells something. */
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

async function asker(membre?: Parameters<typeof make.membre>[0]): Promise<Asker> {
  const { user, viewer } = await make.membre(membre)
  return { viewer, cookie: await app.signIn(user) }
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  const collectivite = await make.collectivite({ nom: `Collectivité ${SECRET}` })
  const service = await make.service({ collectivite, nom: `Service ${SECRET}` })
  const other = await make.service({ collectivite, nom: `Autre service ${SECRET}` })
  const plan = await make.plan({ collectivite, nom: `Plan ${SECRET}`, description: `Description ${SECRET}` })
  const axe = await make.axe({ plan, nom: `Axe ${SECRET}` })
  const fiche = await make.fiche({ axe, titre: `Fiche ${SECRET}`, description: `Texte ${SECRET}`, services: [service] })
  // The same action, written twice.
  await make.fiche({ axe, titre: `Fiche ${SECRET}` })
  const indicateur = await make.indicateur({ collectivite, nom: `Indicateur ${SECRET}` })
  askers = {
    anonyme: { viewer: null, cookie: null },
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur: await asker({ collectivite, role: 'LECTEUR', services: [service] }),
    'contributeur du service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    'contributeur d’un autre service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [other] }),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
  const membre = await prisma.membre.findFirstOrThrow({ where: { collectiviteId: collectivite.id, role: 'ADMIN' } })
  subject = {
    siren: collectivite.siren,
    ids: {
      collectivite: encodeGlobalID('Collectivite', collectivite.id),
      service: encodeGlobalID('Service', service.id),
      plan: encodeGlobalID('Plan', plan.id),
      axe: encodeGlobalID('Axe', axe.id),
      fiche: encodeGlobalID('Fiche', fiche.id),
      placement: encodeGlobalID('Placement', fiche.placement.id),
      membre: encodeGlobalID('Membre', membre.id),
    },
    uuids: { plan: plan.id, fiche: fiche.id, indicateur: indicateur.id },
  }
})

afterAll(() => app.close())

const FICHE = `titre description descriptionMarkdown services { nom } collectivite { nom }
  placements(first: 5) { edges { node { plan { nom } axe { nom } } } }`
const PLAN = `nom description descriptionMarkdown collectivite { nom } axes(first: 5) { edges { node { nom
    placements(first: 5) { edges { node { fiche { titre } } } } enfants(first: 5) { edges { node { nom } } } } } }
  placements(first: 5) { edges { node { fiche { titre } axe { nom } plan { nom } } } }`

/** Every way of the API to read what belongs to the collectivité, and who must see something of it there. */
const READS: Record<string, { query: (about: Subject) => string; seen: readonly Who[] }> = {
  plan: { query: ({ uuids }) => `{ plan(uuid: "${uuids.plan}") { ${PLAN} } }`, seen: MEMBRES },
  plans: { query: () => `{ plans(first: 100) { edges { node { ${PLAN} } } } }`, seen: MEMBRES },
  'plans, by name': {
    query: () => `{ plans(first: 9, where: { nom: { contains: "${SECRET}" } }) { edges { node { nom } } } }`,
    seen: MEMBRES,
  },
  'plans, by collectivité': {
    query: ({ ids }) =>
      `{ plans(first: 9, where: { collectivite: { equals: "${ids.collectivite}" } }) { edges { node { nom } } } }`,
    seen: MEMBRES,
  },
  fiche: { query: ({ uuids }) => `{ fiche(uuid: "${uuids.fiche}") { ${FICHE} } }`, seen: MEMBRES },
  fiches: { query: () => `{ fiches(first: 100) { edges { node { ${FICHE} } } } }`, seen: MEMBRES },
  'fiches, by titre': {
    query: () => `{ fiches(first: 9, where: { titre: { contains: "${SECRET}" } }) { edges { node { titre } } } }`,
    seen: MEMBRES,
  },
  'fiches, by plan': {
    query: ({ ids }) => `{ fiches(first: 9, where: { plan: { equals: "${ids.plan}" } }) { edges { node { titre } } } }`,
    seen: MEMBRES,
  },
  'fiches, by axe': {
    query: ({ ids }) => `{ fiches(last: 9, where: { axe: { in: ["${ids.axe}"] } }) { edges { node { titre } } } }`,
    seen: MEMBRES,
  },
  'fiches, by service': {
    query: ({ ids }) =>
      `{ fiches(first: 9, where: { service: { equals: "${ids.service}" } }) { edges { node { titre } } } }`,
    seen: MEMBRES,
  },
  searchFiches: {
    query: () => `{ searchFiches(recherche: "${SECRET}", first: 9) { fiche { titre } extrait } }`,
    seen: MEMBRES,
  },
  'similarFiches, of a titre': {
    query: ({ ids }) =>
      `{ similarFiches(planId: "${ids.plan}", titre: "Fiche ${SECRET}", first: 9) { score fiche { titre } raisons { phrase } } }`,
    seen: MEMBRES,
  },
  'similarFiches, of a fiche': {
    query: ({ uuids }) =>
      `{ fiche(uuid: "${uuids.fiche}") { similarFiches(first: 9) { score fiche { titre } raisons { phrase } } } }`,
    seen: MEMBRES,
  },
  'collectivite, its possible duplicates': {
    query: ({ siren }) =>
      `{ collectivite(siren: "${siren}") { doublonsPossibles(first: 9) { edges { node { score fiche { titre } autre { titre } raisons { phrase } } } } } }`,
    seen: MEMBRES,
  },
  collectivite: {
    query: ({ siren }) =>
      `{ collectivite(siren: "${siren}") { nom services(first: 9) { edges { node { nom } } } plans(first: 9) { edges { node { nom } } } } }`,
    seen: MEMBRES,
  },
  'collectivite, its plans by name': {
    query: ({ siren }) =>
      `{ collectivite(siren: "${siren}") { plans(first: 9, recherche: "${SECRET.toUpperCase()}") { edges { node { nom } } } } }`,
    seen: MEMBRES,
  },
  'collectivite, its plans to change': {
    query: ({ siren }) =>
      `{ collectivite(siren: "${siren}") { plans(first: 9, viewerCanUpdate: true) { edges { node { nom } } } } }`,
    seen: EDITORS,
  },
  // The rest of indicateurs is in rights-indicateur.test.ts.
  indicateur: {
    query: ({ uuids }) => `{ indicateur(uuid: "${uuids.indicateur}") { nom collectivite { nom } } }`,
    seen: MEMBRES,
  },
  collectivites: { query: () => '{ collectivites(first: 100) { edges { node { nom } } } }', seen: MEMBRES },
  'viewer’s memberships': {
    query: () => '{ viewer { membres(first: 9) { edges { node { collectivite { nom } services { nom } } } } } }',
    seen: MEMBRES,
  },
  'node: Collectivite': {
    query: ({ ids }) => `{ node(id: "${ids.collectivite}") { ... on Collectivite { nom } } }`,
    seen: MEMBRES,
  },
  'node: Service': {
    query: ({ ids }) => `{ node(id: "${ids.service}") { ... on Service { nom collectivite { nom } } } }`,
    seen: MEMBRES,
  },
  'node: Plan': { query: ({ ids }) => `{ node(id: "${ids.plan}") { ... on Plan { ${PLAN} } } }`, seen: MEMBRES },
  'node: Axe': {
    query: ({ ids }) => `{ node(id: "${ids.axe}") { ... on Axe { nom parent { nom } plan { nom } } } }`,
    seen: MEMBRES,
  },
  'node: Fiche': { query: ({ ids }) => `{ node(id: "${ids.fiche}") { ... on Fiche { ${FICHE} } } }`, seen: MEMBRES },
  'node: Placement': {
    query: ({ ids }) => `{ node(id: "${ids.placement}") { ... on Placement { plan { nom } fiche { titre } } } }`,
    seen: MEMBRES,
  },
  // Colleagues see who is a member with them.
  'node: Membre': {
    query: ({ ids }) => `{ node(id: "${ids.membre}") { ... on Membre { collectivite { nom } } } }`,
    seen: MEMBRES,
  },
}

describe('rights matrix: reading', () => {
  for (const [path, { query, seen }] of Object.entries(READS)) {
    for (const who of WHO) {
      it(`${seen.includes(who) ? 'shows' : 'shows nothing of'} ${path} to: ${who}`, async () => {
        const { data, errors } = await app.query({ query: query(subject), cookie: askers[who].cookie })
        expect(errors).toEqual([])
        expect(JSON.stringify(data).includes(SECRET)).toBe(seen.includes(who))
      })
    }
  }

  it('covers every query of the schema', async () => {
    const { data } = await app.query({ query: '{ __type(name: "Query") { fields { name } } }' })
    const names = [...JSON.stringify(data).matchAll(/"name":"(\w+)"/g)].map(([, name]) => name)
    const asked = Object.values(READS).map(({ query }) => /^\{ (\w+)/.exec(query(subject))?.[1])
    // These answer counts and no names: rights-tree.test.ts looks at them.
    const counts = ['deletionPreview', 'placementPreview']
    // Whoever holds an invitation’s link reads it: rights-people.test.ts looks at it.
    // Reference data, the same for everyone: read below.
    expect(new Set([...asked, ...counts, 'invitation', 'thematiques'])).toEqual(new Set(names))
  })

  it.each(WHO)('shows the thématiques, which are nobody’s, to: %s', async (who) => {
    const query = '{ thematiques { nom sousThematiques { nom } } }'
    const { data, errors } = await app.query({ query, cookie: askers[who].cookie })
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toContain('{"nom":"Artisanat"}')
  })
})

describe('rights matrix: what one is told that one may do', () => {
  const CAN = {
    'plan(uuid: $plan) { can: viewerCanUpdate }': EDITORS,
    'plan(uuid: $plan) { can: viewerCanCreateFiche }': EDITORS,
    'fiche(uuid: $fiche) { can: viewerCanUpdate }': FICHE_EDITORS,
    'collectivite(siren: $siren) { can: viewerCanCreatePlan }': EDITORS,
  }
  for (const [field, allowed] of Object.entries(CAN)) {
    for (const who of MEMBRES) {
      it(`${field} is ${allowed.includes(who)} for: ${who}`, async () => {
        const { plan, fiche } = subject.uuids
        const asked = field
          .replace('$plan', `"${plan}"`)
          .replace('$fiche', `"${fiche}"`)
          .replace('$siren', `"${subject.siren}"`)
        const { data } = await app.query({ query: `{ ${asked} }`, cookie: askers[who].cookie })
        expect(JSON.stringify(data)).toContain(`"can":${allowed.includes(who)}`)
      })
    }
  }
})

describe('rights matrix: writing', () => {
  const WRITES = {
    createFiche: ({ ids }: Subject) =>
      `createFiche(input: { planId: "${ids.plan}", axeId: "${ids.axe}", titre: "Nouvelle" })`,
    createPlan: ({ ids }: Subject) =>
      `createPlan(input: { collectiviteId: "${ids.collectivite}", nom: "Nouveau", type: PCAET })`,
  }
  const absent = { createFiche: 'PLAN_NOT_FOUND', createPlan: 'COLLECTIVITE_NOT_FOUND' }
  const forbidden = { createFiche: 'CREATE_FICHE_FORBIDDEN', createPlan: 'CREATE_PLAN_FORBIDDEN' }
  for (const name of ['createFiche', 'createPlan'] as const) {
    for (const who of WHO) {
      it(`answers ${name} for: ${who}`, async () => {
        const { data, errors } = await app.query({
          query: `mutation { answer: ${WRITES[name](subject)} { __typename ... on Error { code } } }`,
          cookie: askers[who].cookie,
        })
        expect(errors).toEqual([])
        const expected = EDITORS.includes(who)
          ? { __typename: name === 'createFiche' ? 'CreateFicheSuccess' : 'CreatePlanSuccess' }
          : MEMBRES.includes(who)
            ? { __typename: 'ForbiddenError', code: forbidden[name] }
            : { __typename: 'NotFoundError', code: absent[name] }
        expect(data).toEqual({ answer: expected })
      })
    }
  }
})

describe('rights matrix: every mutation', () => {
  it('is asked in one of the files of the matrix', async () => {
    const here = import.meta.dirname
    const files = (await readdir(here)).filter((name) => /^rights-.*\.test\.ts$/.test(name))
    const texts = await Promise.all(files.map((name) => readFile(join(here, name), 'utf8')))
    const words = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []))
    const { data } = await app.query({ query: '{ __type(name: "Mutation") { fields { name } } }' })
    const names = [...JSON.stringify(data).matchAll(/"name":"(\w+)"/g)].flatMap(([, name]) => name ?? [])
    expect(names).not.toEqual([])
    expect(names.filter((name) => !words.has(name))).toEqual([])
  })
})

describe('rights matrix: live documents and their tickets', () => {
  for (const kind of ['fiche', 'plan'] as const) {
    const writers = kind === 'fiche' ? FICHE_EDITORS : EDITORS
    for (const who of WHO) {
      const access = writers.includes(who) ? 'write' : MEMBRES.includes(who) ? 'read' : null
      it(`gives ${access ?? 'no'} access to a ${kind} to: ${who}`, async () => {
        const { viewer, cookie } = askers[who]
        const uuid = subject.uuids[kind]
        const judgement = await judgeDocument({ prisma, viewer, ref: { kind, uuid } })
        expect(judgement?.access ?? null).toBe(access)

        const ticket = await app.fastify.inject({
          method: 'POST',
          url: '/api/sync-ticket',
          headers: cookie ? { cookie } : {},
          payload: { path: `${kind}/${uuid}` },
        })
        expect(ticket.statusCode).toBe(viewer === null ? 401 : access === null ? 404 : 200)
      })
    }

    it(`answers a ${kind} of another collectivité as one that does not exist`, async () => {
      const { viewer, cookie } = askers['autre collectivité']
      const ask = (uuid: string) =>
        app.fastify.inject({
          method: 'POST',
          url: '/api/sync-ticket',
          headers: { cookie: cookie ?? '' },
          payload: { path: `${kind}/${uuid}` },
        })
      const [hidden, absent] = [await ask(subject.uuids[kind]), await ask(crypto.randomUUID())]
      expect([hidden.statusCode, hidden.body]).toEqual([absent.statusCode, absent.body])
      expect(await judgeDocument({ prisma, viewer, ref: { kind, uuid: crypto.randomUUID() } })).toBeNull()
    })
  }
})
