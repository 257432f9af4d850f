import { encodeGlobalID } from '@pothos/plugin-relay'
import { describe, expect } from 'vitest'
import type { CountedPrisma } from '../../test/counted-prisma.ts'
import type { Factories } from '../../test/factories.ts'
import type { GraphqlApp } from '../../test/graphql-app.ts'
import { graphqlTest as it } from '../../test/graphql-test.ts'

const ABSENT = '0190a5f0-0000-7000-8000-000000000000'

interface World {
  app: GraphqlApp
  make: Factories
  counted: CountedPrisma
}

/** Another collectivité's rows, and someone who edits in their own. */
async function strangers({ app, make }: Pick<World, 'app' | 'make'>) {
  const theirs = await make.collectivite()
  const service = await make.service({ collectivite: theirs })
  const plan = await make.plan({ collectivite: theirs })
  const axe = await make.axe({ plan })
  const fiche = await make.fiche({ axe, services: [service] })
  const { user } = await make.membre({ role: 'ADMIN' })
  return { theirs, service, plan, axe, fiche, cookie: await app.signIn(user) }
}

type Asking = (id: string) => { query: string; variables?: Record<string, unknown> }

const byUuid: Record<'plan' | 'fiche', Asking> = {
  plan: (uuid) => ({ query: 'query ($uuid: UUID!) { plan(uuid: $uuid) { nom } }', variables: { uuid } }),
  fiche: (uuid) => ({ query: 'query ($uuid: UUID!) { fiche(uuid: $uuid) { titre } }', variables: { uuid } }),
}

const byNode =
  (typename: string): Asking =>
  (uuid) => ({
    query: 'query ($id: ID!) { node(id: $id) { __typename id } }',
    variables: { id: encodeGlobalID(typename, uuid) },
  })

const byList =
  (typename: string, list: string, field: string): Asking =>
  (uuid) => ({
    query: `query ($id: ID!) { ${list}(first: 10, where: { ${field}: { equals: $id } }) { edges { node { id } } } }`,
    variables: { id: encodeGlobalID(typename, uuid) },
  })

const byCreation =
  (input: (id: string) => string, typename: string): Asking =>
  (uuid) => ({
    query: `mutation { createFiche(input: { ${input(encodeGlobalID(typename, uuid))}, titre: "Intruse" }) { __typename ... on Error { code } } }`,
  })

const byPlanCreation: Asking = (uuid) => ({
  query: `mutation { createPlan(input: { collectiviteId: "${encodeGlobalID('Collectivite', uuid)}", nom: "Intrus", type: PCAET }) {
    __typename ... on Error { code } } }`,
})

/** The same question about what is another's and about what does not exist: same answer, same statements. */
async function expectSameAsAbsent(
  asking: Asking,
  { app, counted, id, cookie }: Omit<World, 'make'> & { id: string; cookie: string },
) {
  const answers: unknown[] = []
  const statements: string[][] = []
  for (const asked of [id, ABSENT]) {
    statements.push(await counted.statementsOf(async () => answers.push(await app.query({ ...asking(asked), cookie }))))
  }
  expect(answers[0]).toEqual(answers[1])
  expect(statements[0]).toEqual(statements[1])
  return answers[0]
}

describe('what belongs to another collectivité', () => {
  it('answers as absent by its uuid, with the same statements', async ({ app, make, counted }) => {
    const { plan, fiche, cookie } = await strangers({ app, make })
    expect(await expectSameAsAbsent(byUuid.plan, { app, counted, id: plan.id, cookie })).toMatchObject({
      data: { plan: null },
      errors: [],
    })
    expect(await expectSameAsAbsent(byUuid.fiche, { app, counted, id: fiche.id, cookie })).toMatchObject({
      data: { fiche: null },
      errors: [],
    })
  })

  it('answers as absent by its global id, whatever its type', async ({ app, make, counted }) => {
    const { theirs, service, plan, axe, fiche, cookie } = await strangers({ app, make })
    const rows = {
      Collectivite: theirs,
      Service: service,
      Plan: plan,
      Axe: axe,
      Fiche: fiche,
      Placement: fiche.placement,
    }
    for (const [typename, { id }] of Object.entries(rows)) {
      expect(await expectSameAsAbsent(byNode(typename), { app, counted, id, cookie })).toMatchObject({
        data: { node: null },
        errors: [],
      })
    }
  })

  it('filters lists as if it were absent', async ({ app, make, counted }) => {
    const { theirs, service, plan, axe, cookie } = await strangers({ app, make })
    const asked: [Asking, string][] = [
      [byList('Collectivite', 'plans', 'collectivite'), theirs.id],
      [byList('Collectivite', 'fiches', 'collectivite'), theirs.id],
      [byList('Plan', 'fiches', 'plan'), plan.id],
      [byList('Axe', 'fiches', 'axe'), axe.id],
      [byList('Service', 'fiches', 'service'), service.id],
    ]
    for (const [asking, id] of asked) {
      const answer = await expectSameAsAbsent(asking, { app, counted, id, cookie })
      expect(JSON.stringify(answer)).toContain('"edges":[]')
    }
  })

  it('cannot be written to, and answers as absent', async ({ app, make, counted, prisma }) => {
    const { theirs, plan, cookie } = await strangers({ app, make })
    const inPlan = byCreation((id) => `planId: "${id}"`, 'Plan')
    expect(await expectSameAsAbsent(inPlan, { app, counted, id: plan.id, cookie })).toMatchObject({
      data: { createFiche: { __typename: 'NotFoundError', code: 'PLAN_NOT_FOUND' } },
    })
    expect(await expectSameAsAbsent(byPlanCreation, { app, counted, id: theirs.id, cookie })).toMatchObject({
      data: { createPlan: { __typename: 'NotFoundError', code: 'COLLECTIVITE_NOT_FOUND' } },
    })
    expect(await prisma.fiche.count({ where: { titre: 'Intruse' } })).toBe(0)
  })

  it('cannot be reached through a plan of one’s own: axes and services answer as absent', async ({
    app,
    make,
    counted,
    prisma,
  }) => {
    const { axe, service } = await strangers({ app, make })
    const plan = await make.plan()
    const { user } = await make.membre({
      collectivite: await prisma.collectivite.findUniqueOrThrow({ where: { id: plan.collectiviteId } }),
    })
    const cookie = await app.signIn(user)
    const ours = encodeGlobalID('Plan', plan.id)
    expect(
      await expectSameAsAbsent(
        byCreation((id) => `planId: "${ours}", axeId: "${id}"`, 'Axe'),
        { app, counted, id: axe.id, cookie },
      ),
    ).toMatchObject({ data: { createFiche: { code: 'AXE_NOT_FOUND' } } })
    expect(
      await expectSameAsAbsent(
        byCreation((id) => `planId: "${ours}", serviceIds: ["${id}"]`, 'Service'),
        { app, counted, id: service.id, cookie },
      ),
    ).toMatchObject({ data: { createFiche: { code: 'SERVICE_NOT_FOUND' } } })
  })

  it('answers as absent to who is not signed in, and to ids that are not ids', async ({ app, make }) => {
    const { fiche, cookie } = await strangers({ app, make })
    expect(await app.query(byUuid.fiche(fiche.id))).toMatchObject({ data: { fiche: null }, errors: [] })
    expect(await app.query({ query: '{ viewer { uuid } fiches(first: 5) { edges { node { id } } } }' })).toMatchObject({
      data: { viewer: null, fiches: { edges: [] } },
    })
    for (const id of ['', 'rien', encodeGlobalID('Fiche', 'rien'), encodeGlobalID('Inconnu', fiche.id)]) {
      const answer = await app.query({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id }, cookie })
      expect(answer).toMatchObject({ data: { node: null } })
      expect(answer.errors.every(({ extensions }) => extensions['code'] !== 'INTERNAL_SERVER_ERROR')).toBe(true)
    }
  })

  it('takes nothing from a session that was ended', async ({ app, make, prisma }) => {
    const { user } = await make.membre()
    const cookie = await app.signIn(user)
    expect(await app.query({ query: '{ viewer { email } }', cookie })).toMatchObject({
      data: { viewer: { email: user.email } },
    })
    await prisma.session.deleteMany({ where: { userId: user.id } })
    expect(await app.query({ query: '{ viewer { email } }', cookie })).toMatchObject({ data: { viewer: null } })
  })
})
