import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Collectivite } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]
const MEMBRES: readonly Who[] = WHO.slice(2)
const EDITORS: readonly Who[] = ['éditeur', 'admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

let app: GraphqlApp
let collectivite: Collectivite
let cookies: Record<Who, string | null>

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  collectivite = await make.collectivite()
  const cookie = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  cookies = {
    anonyme: null,
    'autre collectivité': await cookie({ role: 'ADMIN' }),
    lecteur: await cookie({ collectivite, role: 'LECTEUR' }),
    contributeur: await cookie({ collectivite, role: 'CONTRIBUTEUR' }),
    éditeur: await cookie({ collectivite, role: 'EDITEUR' }),
    admin: await cookie({ collectivite, role: 'ADMIN' }),
  }
})
afterAll(() => app.close())

/** The global id of a new label. */
async function label(): Promise<string> {
  const nom = crypto.randomUUID()
  const data = { collectiviteId: collectivite.id, genre: 'TAG' as const, nom, nomNormalise: nom }
  return encodeGlobalID('Label', (await prisma.label.create({ data })).id)
}

describe('rights matrix: labels', () => {
  const WRITES: Record<string, () => Promise<string>> = {
    renameLabel: async () => `renameLabel(input: { labelId: "${await label()}", nom: "${crypto.randomUUID()}" })`,
    mergeLabels: async () => `mergeLabels(input: { intoId: "${await label()}", labelIds: ["${await label()}"] })`,
    deleteLabel: async () => `deleteLabel(input: { labelId: "${await label()}" })`,
  }
  for (const [name, write] of Object.entries(WRITES)) {
    it.each(WHO)(`answers ${name} for: %s`, async (who) => {
      const query = `mutation { answer: ${await write()} { __typename ... on Error { code } } }`
      const { data, errors } = await app.query({ query, cookie: cookies[who] })
      expect(errors).toEqual([])
      expect(data).toEqual({
        answer: EDITORS.includes(who)
          ? { __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Success` }
          : MEMBRES.includes(who)
            ? { __typename: 'ForbiddenError', code: 'MANAGE_LABELS_FORBIDDEN' }
            : { __typename: 'NotFoundError', code: 'LABEL_NOT_FOUND' },
      })
    })
  }
})
