import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let cookies: Record<Who, string | null>
let collectivite: Awaited<ReturnType<typeof make.collectivite>>

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  collectivite = await make.collectivite()
  const asker = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  cookies = {
    anonyme: null,
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur: await asker({ collectivite, role: 'LECTEUR' }),
    contributeur: await asker({ collectivite, role: 'CONTRIBUTEUR' }),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
})
afterAll(() => app.close())

const newKey = async () => {
  const { apiKey } = await make.apiKey({ collectivite, nom: `Clé ${SECRET}` })
  return encodeGlobalID('ApiKey', apiKey.id)
}

describe('rights matrix: keys of the API', () => {
  it.each(WHO)('are shown to the admins alone: %s', async (who) => {
    const id = await newKey()
    const { apiKey: revoked } = await make.apiKey({ collectivite, nom: `Révoquée ${SECRET}` })
    await prisma.apiKey.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } })
    const queries = [
      `{ collectivite(siren: "${collectivite.siren}") { apiKeys { nom } } }`,
      `{ collectivite(siren: "${collectivite.siren}") { revokedApiKeys { nom } } }`,
      `{ node(id: "${id}") { ... on ApiKey { nom } } }`,
    ]
    for (const query of queries) {
      const { data, errors } = await app.query({ query, cookie: cookies[who] })
      expect(errors).toEqual([])
      expect(JSON.stringify(data).includes(SECRET)).toBe(who === 'admin')
    }
    await prisma.apiKey.deleteMany({ where: { collectiviteId: collectivite.id } })
  })

  it.each(WHO)('are told to be manageable to the admins alone: %s', async (who) => {
    const query = `{ collectivite(siren: "${collectivite.siren}") { can: viewerCanManageApiKeys } }`
    const { data } = await app.query({ query, cookie: cookies[who] })
    expect(JSON.stringify(data).includes('"can":true')).toBe(who === 'admin')
  })

  const WRITES = {
    createApiKey: {
      mutation: () => {
        const id = encodeGlobalID('Collectivite', collectivite.id)
        return Promise.resolve(`createApiKey(input: { collectiviteId: "${id}", nom: "Clé", scopes: [LIRE] })`)
      },
      forbidden: 'MANAGE_API_KEYS_FORBIDDEN',
      absent: 'COLLECTIVITE_NOT_FOUND',
    },
    rotateApiKey: {
      mutation: async () => `rotateApiKey(input: { apiKeyId: "${await newKey()}" })`,
      forbidden: 'API_KEY_NOT_FOUND',
      absent: 'API_KEY_NOT_FOUND',
    },
    revokeApiKey: {
      mutation: async () => `revokeApiKey(input: { apiKeyId: "${await newKey()}" })`,
      forbidden: 'API_KEY_NOT_FOUND',
      absent: 'API_KEY_NOT_FOUND',
    },
  }
  for (const [name, { mutation, forbidden, absent }] of Object.entries(WRITES)) {
    it.each(WHO)(`are for the admins to change, by ${name}: %s`, async (who) => {
      const query = `mutation { answer: ${await mutation()} { __typename ... on Error { code } } }`
      const { data, errors } = await app.query({ query, cookie: cookies[who] })
      expect(errors).toEqual([])
      const isStranger = who === 'anonyme' || who === 'autre collectivité'
      const refused = { answer: expect.objectContaining({ code: isStranger ? absent : forbidden }) as unknown }
      const success = `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`
      expect(data).toEqual(who === 'admin' ? { answer: { __typename: success } } : refused)
      await prisma.apiKey.deleteMany({ where: { collectiviteId: collectivite.id } })
    })
  }
})
