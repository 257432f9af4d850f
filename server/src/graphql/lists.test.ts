import { encodeGlobalID } from '@pothos/plugin-relay'
import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { addMembres } from '../domain/membre/add-membres.ts'
import type { Factories } from '../../test/factories.ts'
import type { GraphqlApp } from '../../test/graphql-app.ts'
import { graphqlTest as it } from '../../test/graphql-test.ts'

const pageSchema = z.object({
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ uuid: z.string() }) })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
})

type Page = z.infer<typeof pageSchema>

const PAGE = 'edges { cursor node { uuid } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

interface Reading {
  app: GraphqlApp
  cookie: string
  order: string
}

async function fichesPage({ app, cookie, order }: Reading, args: string): Promise<Page> {
  const { data, errors } = await app.query({ query: `{ fiches(${args}${order}) { ${PAGE} } }`, cookie })
  expect(errors).toEqual([])
  return z.object({ fiches: pageSchema }).parse(data).fiches
}

/** Every uuid of the list, page by page. */
async function walk(reading: Reading, { size, backward }: { size: number; backward: boolean }): Promise<string[]> {
  const uuids: string[] = []
  let cursor: string | null = null
  for (;;) {
    const from: string = cursor === null ? '' : `, ${backward ? 'before' : 'after'}: "${cursor}"`
    const page = await fichesPage(reading, `${backward ? 'last' : 'first'}: ${size}${from}`)
    const read = page.edges.map(({ node }) => node.uuid)
    if (backward) uuids.unshift(...read)
    else uuids.push(...read)
    const more = backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage
    if (!more) return uuids
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor
  }
}

/** Eleven fiches with dates, statuts and priorités that tie, and some that are unknown, and an éditeur to read them. */
async function elevenFiches({ app, make, prisma }: { app: GraphqlApp; make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const dates = [
    '2026-05-01',
    null,
    '2026-01-01',
    '2026-05-01',
    null,
    '2025-12-31',
    '2026-05-01',
    null,
    '2027-01-01',
    '2026-01-01',
    null,
  ]
  for (const [index, day] of dates.entries()) {
    const fiche = await make.fiche({
      plan,
      titre: index % 2 ? 'Planter des haies' : `Fiche ${index}`,
      ...(day && { dateFin: new Date(day) }),
    })
    const said = { statut: index % 3 ? 'EN_COURS' : 'A_VENIR', priorite: index % 2 ? 'BAS' : 'ELEVE' } as const
    if (day) await prisma.fiche.update({ where: { id: fiche.id }, data: said })
  }
  const { user } = await make.membre({ collectivite })
  return { plan, collectivite, cookie: await app.signIn(user) }
}

describe('lists', () => {
  for (const field of ['TITRE', 'STATUT', 'PRIORITE', 'DATE_DEBUT', 'DATE_FIN', 'CREATED_AT']) {
    for (const direction of ['ASC', 'DESC']) {
      it(`reads each fiche once by ${field} ${direction}, forward and backward, whatever the page`, async ({
        app,
        make,
        prisma,
      }) => {
        const { cookie } = await elevenFiches({ app, make, prisma })
        const reading = { app, cookie, order: `, orderBy: { field: ${field}, direction: ${direction} }` }
        const whole = await walk(reading, { size: 100, backward: false })
        expect(new Set(whole).size).toBe(11)
        for (const size of [1, 3, 11]) {
          expect(await walk(reading, { size, backward: false })).toEqual(whole)
          expect(await walk(reading, { size, backward: true })).toEqual(whole)
        }
      })
    }
  }

  it('puts unknown dates at the end, in both directions', async ({ app, make, prisma }) => {
    const { cookie } = await elevenFiches({ app, make, prisma })
    for (const direction of ['ASC', 'DESC']) {
      const uuids = await walk(
        { app, cookie, order: `, orderBy: { field: DATE_FIN, direction: ${direction} }` },
        { size: 4, backward: false },
      )
      const rows = await prisma.fiche.findMany({ where: { id: { in: uuids } }, select: { id: true, dateFin: true } })
      const known = uuids.map((uuid) => rows.find(({ id }) => id === uuid)?.dateFin != null)
      expect(known).toEqual([...Array.from({ length: 7 }, () => true), ...Array.from({ length: 4 }, () => false)])
    }
  })

  it('reads the fiches of two collectivités in one order, and those that a grant opens in a third', async ({
    app,
    make,
    prisma,
  }) => {
    const [here, there, elsewhere] = [await make.collectivite(), await make.collectivite(), await make.collectivite()]
    const plans = [await make.plan({ collectivite: here }), await make.plan({ collectivite: there })]
    const titres = ['Abri', 'Berge', 'Cour', 'Digue', 'Ferme', 'Gare', 'Halle']
    const granted = await make.plan({ collectivite: elsewhere })
    const fiches = await Promise.all(
      titres.map((titre, index) => make.fiche({ titre, plan: plans[index % 2] ?? granted })),
    )
    const service = await make.service({ collectivite: there })
    await prisma.octroi.create({
      data: { planId: granted.id, collectiviteId: elsewhere.id, serviceId: service.id, niveau: 'LIRE' },
    })
    const shared = await make.fiche({ plan: granted, titre: 'Chemin' })
    await make.fiche({ plan: await make.plan({ collectivite: elsewhere }), titre: 'Chenal' })
    const { user } = await make.membre({ collectivite: here })
    await addMembres(prisma, [
      { userId: user.id, nom: user.name, collectiviteId: there.id, role: 'LECTEUR', serviceIds: [service.id] },
    ])
    const byTitre = [...fiches, shared].toSorted((a, b) => (a.titre < b.titre ? -1 : 1)).map(({ id }) => id)
    const reading = { app, cookie: await app.signIn(user), order: '' }
    for (const size of [1, 3, 100])
      for (const backward of [false, true]) expect(await walk(reading, { size, backward })).toEqual(byTitre)
  })

  it('keeps its place when the row that it stopped at is deleted', async ({ app, make, prisma }) => {
    const { cookie } = await elevenFiches({ app, make, prisma })
    const reading = { app, cookie, order: '' }
    const whole = await walk(reading, { size: 100, backward: false })
    const first = await fichesPage(reading, 'first: 4')
    await prisma.fiche.delete({ where: { id: whole[3] ?? '' } })
    const second = await fichesPage(reading, `first: 4, after: "${first.pageInfo.endCursor}"`)
    expect(second.edges.map(({ node }) => node.uuid)).toEqual(whole.slice(4, 8))
  })

  it('answers every axe and place of a plan page by page, each once', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const roots = [await make.axe({ plan }), await make.axe({ plan })]
    for (const parent of roots)
      for (let index = 0; index < 3; index += 1) await make.fiche({ axe: await make.axe({ parent }) })
    for (let index = 0; index < 3; index += 1) await make.fiche({ plan })
    const { user } = await make.membre({ collectivite })
    const cookie = await app.signIn(user)
    for (const [list, count] of [
      ['axes', 8],
      ['placements', 9],
    ] as const) {
      for (const [size, last] of [
        [2, 'first'],
        [3, 'last'],
      ] as const) {
        const uuids = new Set<string>()
        let cursor: string | null = null
        for (let pages = 0; pages < 10; pages += 1) {
          const from: string = cursor === null ? '' : `, ${last === 'last' ? 'before' : 'after'}: "${cursor}"`
          const { data } = await app.query({
            query: `query ($uuid: UUID!) { plan(uuid: $uuid) { list: ${list}(${last}: ${size}${from}) { ${PAGE} } } }`,
            variables: { uuid: plan.id },
            cookie,
          })
          const page: Page = z.object({ plan: z.object({ list: pageSchema }) }).parse(data).plan.list
          for (const { node } of page.edges) uuids.add(node.uuid)
          cursor = last === 'last' ? page.pageInfo.startCursor : page.pageInfo.endCursor
          if (!(last === 'last' ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage)) break
        }
        expect([list, last, uuids.size]).toEqual([list, last, count])
      }
    }
  })

  it('answers two pages of one list in one request', async ({ app, make, prisma }) => {
    const { plan, cookie } = await elevenFiches({ app, make, prisma })
    const { data, errors } = await app.query({
      query: `query ($uuid: UUID!) { plan(uuid: $uuid) {
        one: placements(first: 1) { edges { node { uuid } } } two: placements(last: 2) { edges { node { uuid } } } } }`,
      variables: { uuid: plan.id },
      cookie,
    })
    expect(errors).toEqual([])
    const edges = z.object({ edges: z.array(z.unknown()) })
    const { one, two } = z.object({ plan: z.object({ one: edges, two: edges }) }).parse(data).plan
    expect([one.edges.length, two.edges.length]).toEqual([1, 2])
  })

  it('refuses a page without a size, of 0, of 101, of both ends, and a cursor of another list', async ({
    app,
    make,
    prisma,
  }) => {
    const { cookie } = await elevenFiches({ app, make, prisma })
    const { pageInfo } = await fichesPage({ app, cookie, order: '' }, 'first: 1')
    const refused = [
      'fiches { edges { cursor } }',
      'fiches(first: 0) { edges { cursor } }',
      'fiches(first: 101) { edges { cursor } }',
      'fiches(first: 1, last: 1) { edges { cursor } }',
      'fiches(last: 1, after: "x") { edges { cursor } }',
      'fiches(first: 1, after: "rien") { edges { cursor } }',
      `fiches(first: 1, after: "${pageInfo.endCursor}", orderBy: { field: DATE_FIN, direction: ASC }) { edges { cursor } }`,
      `plans(first: 1, after: "${pageInfo.endCursor}") { edges { cursor } }`,
      'collectivites(first: 5) { edges { node { plans(first: 101) { edges { cursor } } } } }',
      'collectivites(first: 5) { edges { node { plans { edges { cursor } } } } }',
      'collectivites(first: 5) { edges { node { plans(first: 1, after: "rien") { edges { cursor } } } } }',
    ]
    for (const query of refused) {
      const { errors } = await app.query({ query: `{ ${query} }`, cookie })
      expect([query, errors[0]?.extensions['code']]).toEqual([query, 'BAD_USER_INPUT'])
    }
    expect((await app.query({ query: '{ fiches(first: 100) { edges { cursor } } }', cookie })).errors).toEqual([])
  })

  it('gives the tree of a plan by pages of up to 300', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    await make.plan({ collectivite })
    const { user } = await make.membre({ collectivite })
    const cookie = await app.signIn(user)
    for (const list of ['axes', 'placements']) {
      const ask = (size: number) =>
        app.query({
          query: `{ plans(first: 1) { edges { node { ${list}(first: ${size}) { edges { cursor } } } } } }`,
          cookie,
        })
      expect((await ask(300)).errors).toEqual([])
      expect((await ask(301)).errors[0]?.message).toMatch(/de 1 à 300/)
    }
  })

  it('filters by titre, dates, plan and service, signs of LIKE taken as they are written', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const [plan, other] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    const rebate = await make.fiche({
      plan,
      titre: 'Réduire de 50 % l’eau_potable',
      services: [service],
      dateFin: new Date('2026-06-30'),
    })
    const haies = await make.fiche({ plan: other, titre: 'Réduire de 500 litres l’eaupotable' })
    const { user } = await make.membre({ collectivite })
    const cookie = await app.signIn(user)
    const found = async (where: string) => {
      const { data, errors } = await app.query({
        query: `{ fiches(first: 10, where: { ${where} }) { edges { cursor node { uuid } } } }`,
        cookie,
      })
      expect(errors).toEqual([])
      const { fiches } = z
        .object({ fiches: z.object({ edges: z.array(z.object({ node: z.object({ uuid: z.string() }) })) }) })
        .parse(data)
      return fiches.edges.map(({ node }) => node.uuid).toSorted()
    }
    const both = [rebate.id, haies.id].toSorted()
    expect(await found('titre: { contains: "50 %" }')).toEqual([rebate.id])
    expect(await found('titre: { contains: "EAU_P" }')).toEqual([rebate.id])
    expect(await found('titre: { startsWith: "réduire" }')).toEqual(both)
    expect(await found('titre: { contains: "\\\\" }')).toEqual([])
    expect(await found(`plan: { equals: "${encodeGlobalID('Plan', other.id)}" }`)).toEqual([haies.id])
    expect(await found(`service: { in: ["${encodeGlobalID('Service', service.id)}"] }`)).toEqual([rebate.id])
    expect(await found('dateFin: { isNull: true }')).toEqual([haies.id])
    expect(await found('dateFin: { after: "2026-06-29", before: "2026-07-01" }')).toEqual([rebate.id])
    expect(await found('dateFin: { after: "2026-06-30" }')).toEqual([])
    expect(await found('statut: { isNull: true }, priorite: { isNull: true }')).toEqual(both)
    expect(await found('statut: { in: [EN_COURS] }')).toEqual([])
  })
})
