import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Collectivite, Plan, Service } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

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
const EDITORS: readonly Who[] = ['contributeur du service', 'éditeur', 'admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

let app: GraphqlApp
let collectivite: Collectivite
let service: Service
let plan: Plan
let cookies: Record<Who, string | null>

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  collectivite = await make.collectivite()
  service = await make.service({ collectivite })
  plan = await make.plan({ collectivite })
  const cookie = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  cookies = {
    anonyme: null,
    'autre collectivité': await cookie({ role: 'ADMIN' }),
    lecteur: await cookie({ collectivite, role: 'LECTEUR', services: [service] }),
    'contributeur du service': await cookie({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    'contributeur d’un autre service': await cookie({ collectivite, role: 'CONTRIBUTEUR' }),
    éditeur: await cookie({ collectivite, role: 'EDITEUR' }),
    admin: await cookie({ collectivite, role: 'ADMIN' }),
  }
})
afterAll(() => app.close())

/** Two fiches, the first of the service. */
async function pair(): Promise<{ one: string; other: string }> {
  const one = await make.fiche({ plan, services: [service] })
  const other = await make.fiche({ plan })
  return { one: one.id, other: other.id }
}

const decide = (name: string, { one, other }: { one: string; other: string }) =>
  `mutation { answer: ${name}(input: { ficheId: "${encodeGlobalID('Fiche', one)}", autreId: "${encodeGlobalID('Fiche', other)}" }) {
    __typename ... on Error { code } } }`

describe('rights matrix: possible duplicates', () => {
  for (const name of ['dismissDoublon', 'reconsiderDoublon']) {
    const success = `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`
    it.each(WHO)(`answers ${name} for: %s`, async (who) => {
      const { data, errors } = await app.query({ query: decide(name, await pair()), cookie: cookies[who] })
      expect(errors).toEqual([])
      expect(data).toEqual({
        answer: EDITORS.includes(who)
          ? { __typename: success }
          : MEMBRES.includes(who)
            ? { __typename: 'ForbiddenError', code: 'EDIT_FICHE_FORBIDDEN' }
            : { __typename: 'NotFoundError', code: 'FICHE_NOT_FOUND' },
      })
    })

    it(`answers ${name} as absent when either fiche may not be read`, async () => {
      const { one, other } = await pair()
      await prisma.fiche.update({ where: { id: other }, data: { restreinte: true } })
      const absent = { answer: { __typename: 'NotFoundError', code: 'FICHE_NOT_FOUND' } }
      for (const ends of [
        { one, other },
        { one: other, other: one },
        { one, other: crypto.randomUUID() },
      ])
        expect((await app.query({ query: decide(name, ends), cookie: cookies.éditeur })).data).toEqual(absent)
    })
  }

  it('pages through the possible duplicates without a gap or a repeat, forwards and backwards', async () => {
    const other = await make.collectivite()
    const { id: collectiviteId, siren } = other
    const cookie = await app.signIn((await make.membre({ collectivite: other })).user)
    const rows = Array.from({ length: 3 }, () => ({ collectiviteId, titre: 'Ouvrir un observatoire des étoiles' }))
    await prisma.fiche.createMany({ data: rows })
    const page = async (args: string) => {
      const query = `{ collectivite(siren: "${siren}") { doublonsPossibles(${args}) {
        edges { cursor node { score fiche { uuid titre } autre { uuid titre } } } pageInfo { hasNextPage hasPreviousPage } } } }`
      const { data, errors } = await app.query({ query, cookie })
      expect(errors).toEqual([])
      return JSON.stringify(data)
    }
    const cursors = (text: string) => [...text.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor ?? '')
    const pairs = (text: string) => [...text.matchAll(/"node":(\{.*?\}\})/g)].map(([, node]) => node)
    const all = await page('first: 100')
    const walked: unknown[] = []
    for (let after = '', more = true; more;) {
      const next = await page(`first: 1${after && `, after: "${after}"`}`)
      walked.push(...pairs(next))
      after = cursors(next).at(-1) ?? ''
      more = next.includes('"hasNextPage":true')
    }
    expect(walked).toEqual(pairs(all))
    expect(walked.length).toBe(3)
    expect(pairs(await page('last: 2'))).toEqual(pairs(all).slice(-2))
    expect(pairs(await page(`last: 1, before: "${cursors(all)[1]}"`))).toEqual(pairs(all).slice(0, 1))
  })

  it.each(['first: 0', 'first: 101', 'first: 1, after: "x"', 'first: 1, last: 1'])(
    'refuses a page of possible duplicates asked by %s',
    async (args) => {
      const query = `{ collectivite(siren: "${collectivite.siren}") { doublonsPossibles(${args}) { edges { cursor } } } }`
      const { errors } = await app.query({ query, cookie: cookies.lecteur })
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT'])
    },
  )

  it.each([0, 21])('refuses %i similar fiches, and answers 1 and 20', async (first) => {
    const { one } = await pair()
    const ask = async (asked: number) => {
      const query = `{ fiche(uuid: "${one}") { similarFiches(first: ${asked}) { score } } }`
      return (await app.query({ query, cookie: cookies.lecteur })).errors.map(({ extensions }) => extensions['code'])
    }
    expect(await ask(first)).toEqual(['BAD_USER_INPUT'])
    expect([await ask(1), await ask(20)]).toEqual([[], []])
  })
})
