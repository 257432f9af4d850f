import { decodeGlobalID } from '@pothos/plugin-relay'
import { SEEING_AS_HEADER } from '@pupitre/document'
import type { GraphQLField } from 'graphql'
import { describe, expect } from 'vitest'
import { inTransaction } from '../src/bus/in-transaction.ts'
import { seeAs } from '../src/auth/see-as.ts'
import { schema } from '../src/graphql/schema.ts'
import { answers, type Caller, questions } from './every-question.ts'
import type { Factories, Person } from './factories.ts'
import type { GraphqlApp } from './graphql-app.ts'
import { graphqlTest as it } from './graphql-test.ts'
import { randomInput } from './random-input.ts'
import { seededRandom } from './seeded-random.ts'
import { makeWorld } from './whole-world.ts'

/** A thousand queries twice for each, on busy cores. */
const TIMEOUT_MS = 600_000

const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {})

const membreIdOf = ({ viewer }: Person) => viewer.memberships[0]?.membreId ?? ''

/** A collectivité with its admin, who sees as somebody. */
async function desk({ app, make }: { app: GraphqlApp; make: Factories }) {
  const collectivite = await make.collectivite()
  const admin = await make.membre({ collectivite, role: 'ADMIN' })
  return { collectivite, admin, cookie: await app.signIn(admin.user) }
}

/** What they may do is refused them while another sees as them; what they may read is all the same. */
function withoutActs(answer: string): string {
  return answer.replaceAll(/"(viewerCan(?!Open)\w+)":true/g, '"$1":false')
}

describe('an admin who sees as a member', () => {
  it(
    'reads what that member reads, to the letter, by every field of the schema',
    { timeout: TIMEOUT_MS },
    async ({ app, make, prisma }) => {
      const open = await makeWorld({ make, prisma }, { mark: 'Ouvert' })
      const { collectivite } = open
      const secret = await makeWorld({ make, prisma }, { mark: 'Secret', commun: 'Commun', collectivite })
      const collectiviteId = collectivite.id
      const uuid = (globalId = '') => decodeGlobalID(globalId).id
      const planId = uuid(secret.ids.Plan[0])
      await prisma.plan.update({ where: { id: planId }, data: { visibilite: 'RESTREINT' } })
      const service = await make.service({ collectivite, nom: 'Service de la mobilité' })
      await prisma.octroi.create({ data: { collectiviteId, planId, serviceId: service.id, niveau: 'EDITER' } })
      const agent = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
      const restricted = uuid(open.ids.Fiche[1])
      await prisma.fiche.update({ where: { id: restricted }, data: { restreinte: true } })
      const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membreId: membreIdOf(agent) } })
      await prisma.fichePilote.create({ data: { ficheId: restricted, collectiviteId, personneId } })
      const members = {
        'contributeur du service, pilote d’une fiche restreinte': agent,
        lecteur: await make.membre({ collectivite, role: 'LECTEUR' }),
        éditeur: await make.membre({ collectivite, role: 'EDITEUR' }),
        'autre admin': await make.membre({ collectivite, role: 'ADMIN' }),
      }
      await prisma.user.updateMany({ where: { membres: { some: { collectiviteId } } }, data: { emailVerified: true } })
      const cookie = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
      const asked = questions(open, secret)
      const seen = new Set<string>()
      for (const [who, member] of Object.entries(members)) {
        const own = { [who]: { cookie: await app.signIn(member.user) } }
        const [expected, seeing] = await Promise.all([
          answers(app, asked, own),
          answers(app, asked, { [who]: { cookie, seeingAs: membreIdOf(member) } }),
        ])
        const others = [...expected].filter(([question, answer]) => seeing.get(question) !== withoutActs(answer))
        expect(others.map(([question, answer]) => `${question}\n  ${answer}\n  ${seeing.get(question)}`)).toEqual([])
        seen.add(JSON.stringify([...seeing.values()]))
      }
      // They do not all read the same.
      expect(seen.size).toBe(Object.keys(members).length)
    },
  )

  it('never reads more than as themselves: neither the member’s other collectivités, nor what is opened to them from elsewhere', async ({
    app,
    make,
    prisma,
  }) => {
    const { collectivite, cookie } = await desk({ app, make })
    const service = await make.service({ collectivite })
    const member = await make.membre({ collectivite, role: 'LECTEUR', services: [service] })
    const { id: ailleursId } = await make.collectivite({ nom: 'Ailleurs' })
    const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: ailleursId } })
    const [toService, toAddress] = [
      await make.plan({ collectivite: ailleurs, nom: 'Ouvert au service' }),
      await make.plan({ collectivite: ailleurs, nom: 'Ouvert à son adresse' }),
    ]
    await prisma.user.update({ where: { id: member.user.id }, data: { emailVerified: true } })
    await prisma.octroi.createMany({
      data: [
        { collectiviteId: ailleurs.id, planId: toService.id, serviceId: service.id, niveau: 'EDITER' },
        { collectiviteId: ailleurs.id, planId: toAddress.id, email: member.user.email, niveau: 'EDITER' },
      ],
    })
    const other = await make.membre({ role: 'EDITEUR' })
    await prisma.membre.create({
      data: {
        userId: member.user.id,
        collectiviteId: other.viewer.memberships[0]?.collectiviteId ?? '',
        role: 'EDITEUR',
      },
    })
    const query = `{
      plans(first: 9) { edges { node { nom } } }
      ${[toService, toAddress].map(({ id }, at) => `p${at}: plan(uuid: "${id}") { nom }`).join(' ')}
      collectivites(first: 9) { edges { node { nom } } }
      viewer { membres(first: 9) { edges { node { collectivite { nom } } } } sessions { uuid } }
    }`
    const own = await app.query({ query, cookie: await app.signIn(member.user) })
    expect(own.data).toMatchObject({ p0: { nom: toService.nom }, p1: { nom: toAddress.nom } })
    const seeing = await app.query({ query, cookie, seeingAs: membreIdOf(member) })
    const here = { nom: collectivite.nom }
    expect(seeing).toMatchObject({
      errors: [],
      data: {
        plans: { edges: [] },
        p0: null,
        p1: null,
        collectivites: { edges: [{ node: here }] },
        viewer: { membres: { edges: [{ node: { collectivite: here } }] }, sessions: [] },
      },
    })
  })

  it('follows what that member follows of the collectivité, by their role and by grants, and nothing else', async ({
    app,
    make,
    prisma,
  }) => {
    const { collectivite, cookie } = await desk({ app, make })
    const collectiviteId = collectivite.id
    const service = await make.service({ collectivite })
    const member = await make.membre({ collectivite, role: 'LECTEUR', services: [service] })
    const [open, shown, hidden, elsewhere] = [
      await make.plan({ collectivite }),
      await make.plan({ collectivite }),
      await make.plan({ collectivite }),
      await make.plan(),
    ]
    const restricted = { in: [shown.id, hidden.id] }
    await prisma.plan.updateMany({ where: { id: restricted }, data: { visibilite: 'RESTREINT' } })
    await prisma.octroi.createMany({
      data: [
        { collectiviteId, planId: shown.id, serviceId: service.id, niveau: 'LIRE' },
        { collectiviteId: elsewhere.collectiviteId, planId: elsewhere.id, serviceId: service.id, niveau: 'LIRE' },
      ],
    })
    const plansTold = async (caller: { cookie: string; seeingAs?: string }) => {
      const query = '{ changes(first: 100) { edges { node { type objet { ... on Plan { uuid } } } } } }'
      const { data, errors } = await app.query({ query, ...caller })
      expect(errors).toEqual([])
      const told = JSON.stringify(data)
      return [open, shown, hidden, elsewhere].map(({ id }) => told.includes(id))
    }
    const own = await app.signIn(member.user)
    await expect.poll(() => plansTold({ cookie: own })).toEqual([true, true, false, true])
    const seeing = { cookie, seeingAs: membreIdOf(member) }
    await expect.poll(() => plansTold(seeing)).toEqual([true, true, false, false])
  })

  it('is refused every mutation of the schema, whatever is sent, by a typed answer, and nothing is written', async ({
    app,
    make,
    prisma,
    counted,
  }) => {
    const { collectivite, ids } = await makeWorld({ make, prisma })
    const cookie = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    const seeingAs = membreIdOf(await make.membre({ collectivite, role: 'ADMIN' }))
    const random = seededRandom(25)
    expect(MUTATIONS.length).toBeGreaterThan(50)
    const statements = await counted.statementsOf(async () => {
      for (const mutation of MUTATIONS) {
        const draw = { random, mutation: mutation.name, ids, foreign: ids }
        const { data } = await refused(app, mutation, { draw, cookie, seeingAs })
        expect.soft(data, mutation.name).toEqual({
          answer: {
            __typename: 'ForbiddenError',
            code: 'SEEING_AS_READ_ONLY',
            message: expect.stringMatching(/^Vous voyez Pupitre en tant que quelqu’un d’autre/),
          },
        })
      }
    })
    expect(statements.filter((sql) => /^\s*(BEGIN|INSERT|UPDATE|DELETE)/i.test(sql))).toEqual([])
  })

  it('begins no transaction, whoever would write in their name', async ({ app, make, prisma }) => {
    const { collectivite, admin } = await desk({ app, make })
    const seen = membreIdOf(await make.membre({ collectivite, role: 'EDITEUR' }))
    const viewer = await seeAs({ prisma, viewer: admin.viewer }, seen)
    const { liveText, bus } = app
    await expect(
      inTransaction({ prisma, viewer, liveText, bus }, () => Promise.reject(new Error('it ran'))),
    ).rejects.toMatchObject({ code: 'SEEING_AS_READ_ONLY' })
  })

  it('imports nothing, and is shown no import that they prepared', async ({ app, make }) => {
    const { collectivite, cookie } = await desk({ app, make })
    const seen = membreIdOf(await make.membre({ collectivite, role: 'EDITEUR' }))
    const headers = { cookie, [SEEING_AS_HEADER]: seen }
    for (const [method, url] of [
      ['POST', `/api/imports?siren=${collectivite.siren}`],
      ['GET', `/api/imports/${crypto.randomUUID()}`],
      ['POST', `/api/imports/${crypto.randomUUID()}/commit`],
    ] as const) {
      const { statusCode, body } = await app.fastify.inject({ method, url, headers })
      expect([statusCode, JSON.parse(body)]).toMatchObject([403, { code: 'SEEING_AS_READ_ONLY' }])
    }
  })
})

describe('seeing as a member is refused', () => {
  const QUERY = '{ viewer { nom } plans(first: 3) { edges { node { nom } } } }'

  it('in the same words and by the same statement, whoever may not and whomever they name', async ({
    app,
    make,
    prisma,
    counted,
  }) => {
    const { collectivite, cookie } = await desk({ app, make })
    const member = membreIdOf(await make.membre({ collectivite, role: 'LECTEUR' }))
    const stranger = membreIdOf(await make.membre())
    const signedIn = async (given: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(given)).user)
    const { secret: apiKey } = await make.apiKey({ collectivite, scopes: ['LIRE_TOUT', 'ECRIRE'] })
    const refused: Record<string, Caller & { apiKey?: string }> = {
      'nobody who is signed in': { cookie: null, seeingAs: member },
      'a lecteur': { cookie: await signedIn({ collectivite, role: 'LECTEUR' }), seeingAs: member },
      'an éditeur': { cookie: await signedIn({ collectivite, role: 'EDITEUR' }), seeingAs: member },
      'an admin of another collectivité': { cookie: await signedIn({ role: 'ADMIN' }), seeingAs: member },
      'an admin, as a member of another collectivité': { cookie, seeingAs: stranger },
      'an admin, as an id of nobody': { cookie, seeingAs: crypto.randomUUID() },
      'an admin, as what is no id': { cookie, seeingAs: "' OR true --" },
      'a key': { cookie: null, apiKey, seeingAs: member },
    }
    const told = new Map<string, string>()
    const asked = new Map<string, string | undefined>()
    for (const [who, caller] of Object.entries(refused)) {
      const statements = await counted.statementsOf(async () => {
        told.set(who, JSON.stringify(await app.query({ query: QUERY, ...caller })))
      })
      asked.set(who, statements.at(-1))
    }
    expect(new Set(told.values()).size).toBe(1)
    expect(new Set(asked.values()).size).toBe(1)
    expect(JSON.parse([...told.values()][0] ?? '')).toMatchObject({
      status: 403,
      data: null,
      errors: [{ extensions: { code: 'SEEING_AS_FORBIDDEN' }, message: expect.stringContaining('rôle admin') }],
    })
    expect([...asked.values()][0]).toContain('membre_service')
    expect(await app.query({ query: QUERY, cookie, seeingAs: member })).toMatchObject({ status: 200, errors: [] })
    await prisma.membre.updateMany({ where: { collectiviteId: collectivite.id }, data: { role: 'EDITEUR' } })
    expect(await app.query({ query: QUERY, cookie, seeingAs: member })).toMatchObject({ status: 403 })
  })

  it('to whoever already sees as an admin', async ({ app, make, prisma }) => {
    const { collectivite, admin } = await desk({ app, make })
    const other = membreIdOf(await make.membre({ collectivite, role: 'ADMIN' }))
    const member = membreIdOf(await make.membre({ collectivite, role: 'LECTEUR' }))
    const viewer = await seeAs({ prisma, viewer: admin.viewer }, other)
    await expect(seeAs({ prisma, viewer }, member)).rejects.toMatchObject({ code: 'SEEING_AS_FORBIDDEN' })
  })
})

interface Sending {
  draw: Parameters<typeof randomInput>[2]
  cookie: string
  seeingAs: string
}

/** Sends a mutation with drawn values, again until they are of their types: those that are not are refused before anything else is. */
async function refused(app: GraphqlApp, { name, args }: GraphQLField<unknown, unknown>, { draw, ...caller }: Sending) {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const query = `mutation${declared && `(${declared})`} {
    answer: ${name}${passed && `(${passed})`} { __typename ... on Error { code message } }
  }`
  for (let tries = 0; ; tries += 1) {
    const variables = Object.fromEntries(args.map((arg) => [arg.name, randomInput(arg.type, arg.name, draw)]))
    const answer = await app.query({ query, variables, ...caller })
    if (tries === 50 || !answer.errors.some(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT')) return answer
  }
}
