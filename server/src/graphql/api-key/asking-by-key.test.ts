import { encodeGlobalID } from '@pothos/plugin-relay'
import type { ApiScope } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { startGraphqlApp } from '../../../test/graphql-app.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { LAST_USED_PRECISION_MS } from '../../auth/key-viewer.ts'
import { DAY_MS } from '../../domain/api-key/api-key-rules.ts'
import { drawSecret, hashOf } from '../../domain/api-key/secret.ts'
import { Budgets } from '../limits/budgets.ts'
import { REQUEST_POINTS } from '../limits/query-limits.ts'

const QUERY = '{ collectivites(first: 1) { edges { node { nom } } } }'
const rotated = z.object({ rotateApiKey: z.object({ secret: z.string() }) })
const changed = z.object({ updateFiche: z.object({ __typename: z.string() }) })
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

describe('a request with a key', () => {
  it('is refused with 401 and what to do, by each way that a key opens nothing', async ({ app, make, prisma }) => {
    const issuedAt = inDays(-40)
    const { secret: expired } = await make.apiKey({ issuedAt, expiresAt: inDays(-1) })
    const { secret: revoked, apiKey } = await make.apiKey()
    await prisma.apiKey.update({ where: { id: apiKey.id }, data: { revokedAt: new Date() } })
    const { secret: replaced, apiKey: rotated } = await make.apiKey({ issuedAt, expiresAt: inDays(20) })
    const hash = hashOf(drawSecret())
    const previous = { previousHash: rotated.hash, previousPrefix: rotated.prefix }
    await prisma.apiKey.update({ where: { id: rotated.id }, data: { hash, ...previous, previousUntil: inDays(-33) } })

    const refusals = {
      API_KEY_MALFORMED: 'pup_abc',
      API_KEY_UNKNOWN: drawSecret(),
      API_KEY_EXPIRED: expired,
      API_KEY_REVOKED: revoked,
      API_KEY_REPLACED: replaced,
    }
    for (const [code, secret] of Object.entries(refusals)) {
      const { status, data, errors } = await app.query({ query: QUERY, apiKey: secret })
      expect({ status, data, code: errors[0]?.extensions['code'] }).toEqual({ status: 401, data: null, code })
      expect(errors[0]?.message).toMatch(/^(Cette clé|Ce secret) .*\s: (demandez|envoyez)/)
    }
  })

  it('is refused when it says Bearer and nothing more, rather than answered as nobody’s', async ({ app }) => {
    const headers = { authorization: 'Bearer' }
    const answer = await app.fastify.inject({ method: 'POST', url: '/graphql', headers, payload: { query: QUERY } })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })

  it('is refused without a statement when the key is malformed, and answered by one more when it is good', async ({
    app,
    counted,
    make,
  }) => {
    const { secret } = await make.apiKey()
    const wrong = await counted.statementsOf(() => app.query({ query: QUERY, apiKey: `${secret}x` }))
    expect(wrong).toEqual([])
    await app.query({ query: QUERY, apiKey: secret })
    const byKey = await counted.statementsOf(() => app.query({ query: QUERY, apiKey: secret }))
    const byNobody = await counted.statementsOf(() => app.query({ query: QUERY }))
    expect(byKey.length).toBe(byNobody.length + 1)
  })

  it('is the key’s, whatever cookie comes with it', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const query = `{ plan(uuid: "${plan.id}") { nom } }`
    const { user } = await make.membre({ role: 'ADMIN' })
    const cookie = await app.signIn(user)
    const { secret } = await make.apiKey({ collectivite })
    expect((await app.query({ query, cookie })).data).toEqual({ plan: null })
    expect((await app.query({ query, cookie, apiKey: secret })).data).toEqual({ plan: { nom: plan.nom } })
    expect((await app.query({ query, cookie, apiKey: 'pup_' })).status).toBe(401)
  })

  it('ends with the revocation, at once', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const { user } = await make.membre({ collectivite, role: 'ADMIN' })
    const cookie = await app.signIn(user)
    const { secret, apiKey } = await make.apiKey({ collectivite })
    expect((await app.query({ query: QUERY, apiKey: secret })).status).toBe(200)
    const input = `input: { apiKeyId: "${encodeGlobalID('ApiKey', apiKey.id)}" }`
    const left = 'collectivite { apiKeys { nom } revokedApiKeys { nom } }'
    const revocation = `mutation { revokeApiKey(${input}) { ... on RevokeApiKeySuccess { ${left} } } }`
    expect((await app.query({ query: revocation, cookie })).data).toEqual({
      revokeApiKey: { collectivite: { apiKeys: [], revokedApiKeys: [{ nom: apiKey.nom }] } },
    })
    expect((await app.query({ query: QUERY, apiKey: secret })).status).toBe(401)
  })

  it('is named in the journal by each of its lines, those of a change too', async ({ app, make, prisma }) => {
    const collectivite = await make.collectivite()
    const cookie = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    const { apiKey } = await make.apiKey({ collectivite, nom: 'Observatoire' })
    await prisma.apiKey.update({ where: { id: apiKey.id }, data: { revokedAt: new Date() } })
    const query = `{ collectivite(siren: "${collectivite.siren}") {
      journal(first: 3) { edges { node { objet operation cleApi { nom } } } } } }`
    const lineOf = (operation: string) => ({ node: { objet: 'CLE_API', operation, cleApi: { nom: 'Observatoire' } } })
    const other = { node: expect.objectContaining({ cleApi: null }) as unknown }
    expect((await app.query({ query, cookie })).data).toEqual({
      collectivite: { journal: { edges: [lineOf('CHANGEMENT'), lineOf('CREATION'), other] } },
    })
  })

  it('takes the secret before until its day, beside the new one', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const cookie = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    const { secret, apiKey } = await make.apiKey({ collectivite })
    const rotate = async (overlapDays: number) => {
      const input = `{ apiKeyId: "${encodeGlobalID('ApiKey', apiKey.id)}", overlapDays: ${overlapDays} }`
      const query = `mutation { rotateApiKey(input: ${input}) { ... on RotateApiKeySuccess { secret } } }`
      const { data } = await app.query({ query, cookie })
      return rotated.parse(data).rotateApiKey.secret
    }
    const statusOf = async (apiKey: string) => (await app.query({ query: QUERY, apiKey })).status
    const second = await rotate(7)
    expect([await statusOf(secret), await statusOf(second)]).toEqual([200, 200])
    const third = await rotate(0)
    expect([await statusOf(secret), await statusOf(second), await statusOf(third)]).toEqual([401, 401, 200])
  })

  it('notes when the key was last used, once a minute at most', async ({ app, make, prisma }) => {
    const { secret, apiKey } = await make.apiKey()
    const { id } = apiKey
    const lastUsedAt = async () => (await prisma.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt
    await app.query({ query: QUERY, apiKey: secret })
    const first = await lastUsedAt()
    expect(first).not.toBeNull()
    await app.query({ query: QUERY, apiKey: secret })
    expect(await lastUsedAt()).toEqual(first)
    const due = new Date(Date.now() - LAST_USED_PRECISION_MS - 1)
    await prisma.apiKey.update({ where: { id }, data: { lastUsedAt: due } })
    await app.query({ query: QUERY, apiKey: secret })
    expect((await lastUsedAt())?.getTime()).toBeGreaterThan(due.getTime())
  })

  it('leaves what it changes to the key in the journal, which is never asked for its secret', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { secret, apiKey } = await make.apiKey({ collectivite, nom: 'Observatoire', scopes: ['ECRIRE'] })
    const input = `{ ficheId: "${encodeGlobalID('Fiche', fiche.id)}", statut: EN_COURS }`
    const query = `mutation { updateFiche(input: ${input}) { ... on UpdateFicheSuccess { fiche { statut } } } }`
    expect((await app.query({ query, apiKey: secret })).data).toEqual({
      updateFiche: { fiche: { statut: 'EN_COURS' } },
    })
    const entries = await prisma.journalEntry.findMany({ where: { ficheId: fiche.id, operation: 'CHANGEMENT' } })
    expect(entries).toMatchObject([
      { userId: null, apiKeyId: apiKey.id, origine: 'API', apres: { statut: 'EN_COURS' } },
    ])

    const cookie = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    const journal = `{ fiche(uuid: "${fiche.id}") {
      journal(first: 1) { edges { node { auteur origine } } }
      actes(first: 1) { edges { node { auteur origine } } } } }`
    const line = { edges: [{ node: { auteur: 'Observatoire', origine: 'API' } }] }
    expect((await app.query({ query: journal, cookie })).data).toEqual({ fiche: { journal: line, actes: line } })
  })
})

describe('what a key reads and changes', () => {
  const CASES: { scopes: ApiScope[]; open: boolean; restricted: boolean; writes: boolean }[] = [
    { scopes: ['PUBLIC'], open: false, restricted: false, writes: false },
    { scopes: ['LIRE'], open: true, restricted: false, writes: false },
    { scopes: ['LIRE_TOUT'], open: true, restricted: true, writes: false },
    { scopes: ['ECRIRE'], open: true, restricted: false, writes: true },
    { scopes: ['LIRE_TOUT', 'ECRIRE'], open: true, restricted: true, writes: true },
  ]

  for (const { scopes, open, restricted, writes } of CASES) {
    it(`is by its scopes: ${scopes.join(', ')}`, async ({ app, make, prisma }) => {
      const collectivite = await make.collectivite()
      const plan = await make.plan({ collectivite })
      const closed = await make.plan({ collectivite })
      await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
      const fiches = {
        open: await make.fiche({ plan }),
        restrictedPlan: await make.fiche({ plan: closed }),
        restricted: await make.fiche({ plan }),
        foreign: await make.fiche(),
      }
      await prisma.fiche.update({ where: { id: fiches.restricted.id }, data: { restreinte: true } })
      const { secret } = await make.apiKey({ collectivite, scopes })

      const reads = async ({ id }: { id: string }) => {
        const { data } = await app.query({ query: `{ fiche(uuid: "${id}") { uuid } }`, apiKey: secret })
        return JSON.stringify(data).includes(id)
      }
      expect(await reads(fiches.open)).toBe(open)
      expect(await reads(fiches.restrictedPlan)).toBe(restricted)
      expect(await reads(fiches.restricted)).toBe(restricted)
      expect(await reads(fiches.foreign)).toBe(false)

      const change = async ({ id }: { id: string }) => {
        const input = `{ ficheId: "${encodeGlobalID('Fiche', id)}", priorite: ELEVE }`
        const query = `mutation { updateFiche(input: ${input}) { __typename ... on Error { code } } }`
        const { data } = await app.query({ query, apiKey: secret })
        return changed.parse(data).updateFiche.__typename
      }
      const unread = 'NotFoundError'
      expect(await change(fiches.open)).toBe(writes ? 'UpdateFicheSuccess' : open ? 'ForbiddenError' : unread)
      expect(await change(fiches.restrictedPlan)).toBe(restricted ? 'ForbiddenError' : unread)
      expect(await change(fiches.restricted)).toBe(restricted ? 'ForbiddenError' : unread)
      expect(await change(fiches.foreign)).toBe(unread)
    })
  }
})

describe('the budget of a key', () => {
  it('is its own: spent to the point, refused one past with Retry-After, and nobody else’s', async ({
    make,
    prisma,
  }) => {
    const cost = REQUEST_POINTS + 4
    const budgets = new Budgets({ pointsPerMinute: 2 * cost, now: () => 0 })
    const app = await startGraphqlApp({ prisma, connectionString: testDatabase().connectionString, budgets })
    try {
      const { secret } = await make.apiKey()
      const { secret: other } = await make.apiKey()
      const ask = (apiKey: string) =>
        app.fastify.inject({
          method: 'POST',
          url: '/graphql',
          headers: { authorization: `Bearer ${apiKey}` },
          payload: { query: QUERY },
        })
      const first = await ask(secret)
      expect(first.statusCode).toBe(200)
      expect(first.headers['pupitre-cost']).toBe(`${cost}`)
      expect(first.json()).toMatchObject({ extensions: { cost: { points: cost, remaining: cost } } })
      const second = await ask(secret)
      expect(second.json()).toMatchObject({ extensions: { cost: { remaining: 0 } } })
      const past = await ask(secret)
      expect(past.statusCode).toBe(429)
      expect(Number(past.headers['retry-after'])).toBeGreaterThan(0)
      expect((await ask(other)).statusCode).toBe(200)
    } finally {
      await app.close()
    }
  })

  it('is the network’s for keys that open nothing: they are not tried for nothing', async ({ prisma }) => {
    const budgets = new Budgets({ pointsPerMinute: 2 * REQUEST_POINTS, now: () => 0 })
    const app = await startGraphqlApp({ prisma, connectionString: testDatabase().connectionString, budgets })
    try {
      const statuses: number[] = []
      for (let at = 0; at < 3; at += 1) statuses.push((await app.query({ query: QUERY, apiKey: drawSecret() })).status)
      expect(statuses).toEqual([401, 401, 429])
    } finally {
      await app.close()
    }
  })
})
