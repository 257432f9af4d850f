import { encodeGlobalID } from '@pothos/plugin-relay'
import { SEEING_AS_HEADER } from '@pupitre/document'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seeAs } from '../src/auth/see-as.ts'
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
  'admin en tant que lecteur',
  'admin en tant qu’éditeur',
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
  /** The uuid of the member as whom they see. */
  seeingAs: string | null
}

interface Subject {
  siren: string
  ids: Record<'collectivite' | 'service' | 'plan' | 'axe', string>
  uuids: { plan: string; fiche: string }
}

let app: GraphqlApp
let askers: Record<Who, Asker>
let subject: Subject

/** Found in every row of the collectivité in question, and nowhere else: an answer which holds it tells something. */
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

async function asker(membre?: Parameters<typeof make.membre>[0]): Promise<Asker> {
  const { user, viewer } = await make.membre(membre)
  return { viewer, cookie: await app.signIn(user), seeingAs: null }
}

async function seeing({ viewer, cookie }: Asker, { viewer: seen }: Asker): Promise<Asker> {
  const membreId = seen?.memberships[0]?.membreId ?? ''
  return { viewer: await seeAs({ prisma, viewer }, membreId), cookie, seeingAs: membreId }
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
  const admin = await asker({ collectivite, role: 'ADMIN' })
  const lecteur = await asker({ collectivite, role: 'LECTEUR', services: [service] })
  const editeur = await asker({ collectivite, role: 'EDITEUR' })
  askers = {
    anonyme: { viewer: null, cookie: null, seeingAs: null },
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur,
    'contributeur du service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    'contributeur d’un autre service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [other] }),
    éditeur: editeur,
    admin,
    'admin en tant que lecteur': await seeing(admin, lecteur),
    'admin en tant qu’éditeur': await seeing(admin, editeur),
  }
  subject = {
    siren: collectivite.siren,
    ids: {
      collectivite: encodeGlobalID('Collectivite', collectivite.id),
      service: encodeGlobalID('Service', service.id),
      plan: encodeGlobalID('Plan', plan.id),
      axe: encodeGlobalID('Axe', axe.id),
    },
    uuids: { plan: plan.id, fiche: fiche.id },
  }
})

afterAll(() => app.close())

function sent(who: Who): { cookie: string | null; seeingAs: string | null } {
  const { cookie, seeingAs } = askers[who]
  return { cookie, seeingAs }
}

const FICHE = `titre description descriptionMarkdown services { nom } collectivite { nom }
  placements(first: 5) { edges { node { plan { nom } axe { nom } } } }`
const PLAN = `nom description descriptionMarkdown collectivite { nom } axes(first: 5) { edges { node { nom
    placements(first: 5) { edges { node { fiche { titre } } } } enfants(first: 5) { edges { node { nom } } } } } }
  placements(first: 5) { edges { node { fiche { titre } axe { nom } plan { nom } } } }`

/** Lists by each of their conditions, and who must see something of the collectivité there. */
const READS: Record<string, { query: (about: Subject) => string; seen: readonly Who[] }> = {
  'plans, by name': {
    query: () => `{ plans(first: 9, where: { nom: { contains: "${SECRET}" } }) { edges { node { ${PLAN} } } } }`,
    seen: MEMBRES,
  },
  'plans, by collectivité': {
    query: ({ ids }) =>
      `{ plans(first: 9, where: { collectivite: { equals: "${ids.collectivite}" } }) { edges { node { nom } } } }`,
    seen: MEMBRES,
  },
  'fiches, by titre': {
    query: () => `{ fiches(first: 9, where: { titre: { contains: "${SECRET}" } }) { edges { node { ${FICHE} } } } }`,
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
  'fiches that are like one': {
    query: ({ uuids }) =>
      `{ fiche(uuid: "${uuids.fiche}") { similarFiches(first: 9) { score fiche { titre } raisons { phrase } } } }`,
    seen: MEMBRES,
  },
  'plans of a collectivité, by name': {
    query: ({ siren }) =>
      `{ collectivite(siren: "${siren}") { plans(first: 9, recherche: "${SECRET.toUpperCase()}") { edges { node { nom } } } } }`,
    seen: MEMBRES,
  },
  'plans of a collectivité, to change': {
    query: ({ siren }) =>
      `{ collectivite(siren: "${siren}") { plans(first: 9, viewerCanUpdate: true) { edges { node { nom } } } } }`,
    seen: EDITORS,
  },
}

describe('rights matrix: lists by their conditions', () => {
  for (const [path, { query, seen }] of Object.entries(READS)) {
    for (const who of WHO) {
      it(`${seen.includes(who) ? 'shows' : 'shows nothing of'} ${path} to: ${who}`, async () => {
        const { data, errors } = await app.query({ query: query(subject), ...sent(who) })
        expect(errors).toEqual([])
        expect(JSON.stringify(data).includes(SECRET)).toBe(seen.includes(who))
      })
    }
  }
})

describe('rights matrix: live documents and their tickets', () => {
  for (const kind of ['fiche', 'plan'] as const) {
    const writers = kind === 'fiche' ? FICHE_EDITORS : EDITORS
    for (const who of WHO) {
      const access = writers.includes(who) ? 'write' : MEMBRES.includes(who) ? 'read' : null
      it(`gives ${access ?? 'no'} access to a ${kind} to: ${who}`, async () => {
        const { viewer, cookie, seeingAs } = askers[who]
        const uuid = subject.uuids[kind]
        const judgement = await judgeDocument({ prisma, viewer, ref: { kind, uuid } })
        expect(judgement?.access ?? null).toBe(access)

        const ticket = await app.fastify.inject({
          method: 'POST',
          url: '/api/sync-ticket',
          headers: { ...(cookie && { cookie }), ...(seeingAs && { [SEEING_AS_HEADER]: seeingAs }) },
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
