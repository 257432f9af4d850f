import { createPrismaClient } from '@pupitre/prisma'
import { describe, expect, it, onTestFinished } from 'vitest'
import { emptyDatabase } from '../../test/empty-database.ts'
import { startGraphqlApp } from '../../test/graphql-app.ts'
import { testDatabase } from '../../test/test-database.ts'

/** The API over a database that lost its tables, and what it logs. */
async function brokenApp() {
  const empty = await emptyDatabase()
  const prisma = createPrismaClient({ connectionString: empty.connectionString })
  const lines: string[] = []
  const app = await startGraphqlApp({
    prisma,
    connectionString: testDatabase().connectionString,
    logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } },
  })
  onTestFinished(async () => {
    await app.close()
    await prisma.$disconnect()
    await empty.drop()
  })
  return { app, lines }
}

describe('an unexpected error', () => {
  it('is masked: neither Prisma’s message nor data goes out, and its request id is in the log', async () => {
    const { app, lines } = await brokenApp()
    const { data, errors } = await app.query({ query: '{ fiches(first: 5) { edges { node { titre } } } }' })
    expect(data).toBeNull()
    expect(errors).toEqual([
      {
        message: 'Une erreur inattendue s’est produite.',
        path: ['fiches'],
        locations: expect.anything(),
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ])
    const [logged] = lines.filter((line) => line.includes('does not exist'))
    expect(logged).toContain(String(errors[0]?.extensions['requestId']))
  })

  it('leaves what was refused on purpose readable, and out of the log', async () => {
    const { app, lines } = await brokenApp()
    const answers = [
      await app.query({ query: '{ inconnu }' }),
      await app.query({ query: '{ plans { edges { cursor } } }' }),
      await app.query({ query: '{ plan(uuid: "rien") { nom } }' }),
      await app.query({ query: 'query ($uuid: UUID!) { plan(uuid: $uuid) { nom } }', variables: { uuid: 3 } }),
      // Past fifty, graphql gives up counting.
      await app.query({
        query: 'query ($uuids: [UUID!]) { plans(first: 1, where: { uuid: $uuids }) { edges { cursor } } }',
        variables: { uuids: Array.from({ length: 60 }, () => 'rien') },
      }),
    ]
    expect(answers.map(({ errors }) => new Set(errors.map(({ extensions }) => extensions['code'])))).toEqual([
      new Set(['GRAPHQL_VALIDATION_FAILED']),
      new Set(['BAD_USER_INPUT']),
      new Set(['GRAPHQL_VALIDATION_FAILED']),
      new Set(['BAD_USER_INPUT']),
      new Set(['BAD_USER_INPUT']),
    ])
    expect(lines).toEqual([])
  })

  it('leaves them with the spaces that French prints', async () => {
    const { app } = await brokenApp()
    const query = 'query ($uuid: UUID!) { plan(uuid: $uuid) { nom } }'
    const { errors } = await app.query({ query, variables: { uuid: 'rien' } })
    expect(errors[0]?.message).toContain('Valeur illisible\u00A0: ')
  })

  it('is not what a text that the database cannot hold makes: the answer says so', async () => {
    const lines: string[] = []
    const { prisma, connectionString } = testDatabase()
    const logger = { level: 'error', stream: { write: (line: string) => void lines.push(line) } }
    const app = await startGraphqlApp({ prisma, connectionString, logger })
    onTestFinished(() => app.close())
    const query = 'query ($siren: String!) { collectivite(siren: $siren) { nom } }'
    const { data, errors } = await app.query({ query, variables: { siren: '\u0000' } })
    expect(data).toEqual({ collectivite: null })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('U+0000'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect(lines).toEqual([])
  })
})
