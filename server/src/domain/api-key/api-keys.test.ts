import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import {
  DAY_MS,
  LIFETIME_DAYS,
  MAX_API_KEYS,
  MAX_LIFETIME_DAYS,
  MAX_OVERLAP_DAYS,
  OVERLAP_DAYS,
} from './api-key-rules.ts'
import { createApiKey } from './create-api-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'
import { drawSecret, hashOf, isWellFormed } from './secret.ts'

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

describe('createApiKey', () => {
  it('answers a secret of which only the hash and the beginning are stored, for a year', async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { user, viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const asked = {
      collectiviteId: collectivite.id,
      nom: ' Observatoire  du\nterritoire ',
      scopes: ['LIRE', 'PUBLIC', 'LIRE'] as const,
    }
    const { apiKeyId, secret } = await act(viewer, (useCase) =>
      createApiKey(useCase, { ...asked, scopes: [...asked.scopes] }),
    )
    const key = await prisma.apiKey.findUniqueOrThrow({ where: { id: apiKeyId } })
    expect(key).toMatchObject({
      nom: 'Observatoire du territoire',
      scopes: ['PUBLIC', 'LIRE'],
      hash: hashOf(secret),
      prefix: secret.slice(0, 10),
      createdById: user.id,
      revokedAt: null,
      lastUsedAt: null,
    })
    expect(key.expiresAt.getTime() - key.issuedAt.getTime()).toBe(LIFETIME_DAYS * DAY_MS)
    expect(JSON.stringify(key)).not.toContain(secret)
    // Nor does the journal keep it, or its hash.
    const entries = await prisma.journalEntry.findMany({
      where: { collectiviteId: collectivite.id, relation: 'api_key' },
    })
    expect(entries).toMatchObject([
      { operation: 'CREATION', userId: user.id, apres: { nom: key.nom, prefix: key.prefix } },
    ])
    expect(JSON.stringify(entries)).not.toContain(key.hash)
  })

  it('wants a name, a scope, and an end that is to come and a year away at most', async ({ act, make }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const create = (change: Partial<Parameters<typeof createApiKey>[1]>) =>
      act(viewer, (useCase) =>
        createApiKey(useCase, { collectiviteId: collectivite.id, nom: 'Clé', scopes: ['LIRE'], ...change }),
      )
    await expect(create({ nom: ' ' })).rejects.toMatchObject({ issues: [{ code: 'NOM_EMPTY' }] })
    await expect(create({ nom: 'a'.repeat(81) })).rejects.toMatchObject({ issues: [{ code: 'NOM_TOO_LONG' }] })
    await expect(create({ scopes: [] })).rejects.toMatchObject({ issues: [{ code: 'SCOPES_EMPTY' }] })
    await expect(create({ expiresAt: inDays(0) })).rejects.toMatchObject({ issues: [{ code: 'EXPIRY_PAST' }] })
    const tooFar = new Date(inDays(MAX_LIFETIME_DAYS).getTime() + 60_000)
    await expect(create({ expiresAt: tooFar })).rejects.toMatchObject({ issues: [{ code: 'EXPIRY_TOO_FAR' }] })
    await create({ nom: 'a'.repeat(80), expiresAt: inDays(MAX_LIFETIME_DAYS) })
  })

  it(`gives a collectivité ${MAX_API_KEYS} keys and no more, also at once; a revoked one makes room`, async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const create = () =>
      act(viewer, (useCase) =>
        createApiKey(useCase, { collectiviteId: collectivite.id, nom: 'Clé', scopes: ['PUBLIC'] }),
      )
    for (let at = 0; at < MAX_API_KEYS - 1; at += 1) await create()
    const done = await Promise.allSettled([create(), create()])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(create()).rejects.toMatchObject({ issues: [{ code: 'TOO_MANY_API_KEYS' }] })
    const { id } = await prisma.apiKey.findFirstOrThrow({ where: { collectiviteId: collectivite.id } })
    await act(viewer, (useCase) => revokeApiKey(useCase, id))
    await create()
  })

  it('is for the admins: the others are told so, and strangers find nothing', async ({ act, make }) => {
    const collectivite = await make.collectivite()
    const { apiKey } = await make.apiKey({ collectivite })
    const input = { collectiviteId: collectivite.id, nom: 'Clé', scopes: ['LIRE' as const] }
    const { viewer: éditeur } = await make.membre({ collectivite, role: 'EDITEUR' })
    await expect(act(éditeur, (useCase) => createApiKey(useCase, input))).rejects.toMatchObject({
      code: 'MANAGE_API_KEYS_FORBIDDEN',
    })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    await expect(act(stranger, (useCase) => createApiKey(useCase, input))).rejects.toMatchObject({
      code: 'COLLECTIVITE_NOT_FOUND',
    })
    for (const viewer of [éditeur, stranger, null]) {
      const absent = { code: 'API_KEY_NOT_FOUND' }
      await expect(act(viewer, (useCase) => revokeApiKey(useCase, apiKey.id))).rejects.toMatchObject(absent)
      await expect(act(viewer, (useCase) => rotateApiKey(useCase, { apiKeyId: apiKey.id }))).rejects.toMatchObject(
        absent,
      )
    }
  })
})

describe('rotateApiKey', () => {
  it('keeps the secret before for the days that are said, and it alone', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey, secret } = await make.apiKey({ collectivite })
    const rotate = (change: { overlapDays?: number; expiresAt?: Date } = {}) =>
      act(viewer, (useCase) => rotateApiKey(useCase, { apiKeyId: apiKey.id, ...change }))
    const stored = () => prisma.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } })

    const second = await rotate()
    const once = await stored()
    expect(once).toMatchObject({
      hash: hashOf(second.secret),
      previousHash: hashOf(secret),
      expiresAt: apiKey.expiresAt,
    })
    expect((once.previousUntil?.getTime() ?? 0) - once.issuedAt.getTime()).toBe(OVERLAP_DAYS * DAY_MS)
    const third = await rotate({ overlapDays: MAX_OVERLAP_DAYS, expiresAt: inDays(300) })
    expect(await stored()).toMatchObject({ hash: hashOf(third.secret), previousHash: hashOf(second.secret) })
    await rotate({ overlapDays: 0 })
    expect(await stored()).toMatchObject({ previousHash: null, previousPrefix: null, previousUntil: null })
    for (const overlapDays of [-1, MAX_OVERLAP_DAYS + 1, 0.5]) {
      await expect(rotate({ overlapDays })).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })

  it('gives a key that has expired another life only with another end, and not its secret of then', async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite, issuedAt: inDays(-40), expiresAt: inDays(-1) })
    const rotate = (change: { expiresAt?: Date }) =>
      act(viewer, (useCase) => rotateApiKey(useCase, { apiKeyId: apiKey.id, ...change }))
    await expect(rotate({})).rejects.toMatchObject({ issues: [{ code: 'EXPIRY_NEEDED' }] })
    await rotate({ expiresAt: inDays(10) })
    expect(await prisma.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } })).toMatchObject({ previousHash: null })
  })

  it('finds nothing of a key that is revoked', async ({ act, make }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite })
    await act(viewer, (useCase) => revokeApiKey(useCase, apiKey.id))
    const absent = { code: 'API_KEY_NOT_FOUND' }
    await expect(act(viewer, (useCase) => rotateApiKey(useCase, { apiKeyId: apiKey.id }))).rejects.toMatchObject(absent)
    await expect(act(viewer, (useCase) => revokeApiKey(useCase, apiKey.id))).rejects.toMatchObject(absent)
  })
})

describe('a secret', () => {
  it('is 256 bits that are never drawn twice, and told from what was cut or changed', () => {
    const secret = drawSecret()
    expect(secret).toMatch(/^pup_[\w-]{51}$/)
    expect(drawSecret()).not.toBe(secret)
    expect(isWellFormed(secret)).toBe(true)
    const last = secret.at(-1) === 'A' ? 'B' : 'A'
    for (const wrong of [
      '',
      'pup_',
      secret.slice(0, -1),
      `${secret.slice(0, -1)}${last}`,
      `${secret}A`,
      ` ${secret}`,
      secret.toUpperCase(),
    ]) {
      expect(isWellFormed(wrong)).toBe(false)
    }
  })
})
