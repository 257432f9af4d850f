import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashSecret } from '../src/domain/invitation/invitation-link.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { createCountedPrisma } from './counted-prisma.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]
const MEMBRES: readonly Who[] = WHO.slice(2)
const ADMINS: readonly Who[] = ['admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let askers: Record<Who, { viewer: Viewer | null; cookie: string | null }>
let subject: Awaited<ReturnType<typeof things>>

async function things() {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  const { user } = await make.membre({ collectivite, role: 'LECTEUR' })
  await prisma.user.update({
    where: { id: user.id },
    data: { name: `Membre ${SECRET}`, email: `${SECRET.toLowerCase()}@exemple.fr` },
  })
  const membre = await prisma.membre.findFirstOrThrow({ where: { userId: user.id } })
  const named = await prisma.personne.create({
    data: { collectiviteId: collectivite.id, nom: `Nommée ${SECRET}`, nomNormalise: `nommee ${SECRET.toLowerCase()}` },
  })
  const invitation = await invite(collectivite.id)
  return { collectivite, service, membre, named, invitation }
}

async function invite(collectiviteId: string) {
  const id = crypto.randomUUID()
  const expiresAt = new Date(Date.now() + 3_600_000)
  return prisma.invitation.create({
    data: {
      id,
      collectiviteId,
      email: `invite.${id}.${SECRET.toLowerCase()}@exemple.fr`,
      role: 'LECTEUR',
      expiresAt,
      tokenHash: id.replaceAll('-', '').padEnd(64, '0'),
    },
  })
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  subject = await things()
  const { collectivite, service } = subject
  const asker = async (membre: Parameters<typeof make.membre>[0]) => {
    const { user, viewer } = await make.membre(membre)
    return { viewer, cookie: await app.signIn(user) }
  }
  askers = {
    anonyme: { viewer: null, cookie: null },
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur: await asker({ collectivite, role: 'LECTEUR' }),
    contributeur: await asker({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
})
afterAll(() => app.close())

const gid = encodeGlobalID

describe('rights matrix: reading people', () => {
  const READS: Record<string, { query: () => string; seen: readonly Who[] }> = {
    membres: {
      query: () =>
        `{ collectivite(siren: "${subject.collectivite.siren}") { membres(first: 100) { edges { node { nom } } } } }`,
      seen: MEMBRES,
    },
    'members’ addresses': {
      query: () =>
        `{ collectivite(siren: "${subject.collectivite.siren}") { membres(first: 100) { edges { node { email } } } } }`,
      seen: ADMINS,
    },
    personnes: {
      query: () =>
        `{ collectivite(siren: "${subject.collectivite.siren}") { personnes(first: 100) { edges { node { nom } } } } }`,
      seen: MEMBRES,
    },
    invitations: {
      query: () =>
        `{ collectivite(siren: "${subject.collectivite.siren}") { invitations(first: 100) { edges { node { email } } } } }`,
      seen: ADMINS,
    },
    'node: Personne': {
      query: () => `{ node(id: "${gid('Personne', subject.named.id)}") { ... on Personne { nom } } }`,
      seen: MEMBRES,
    },
    'node: Invitation': {
      query: () => `{ node(id: "${gid('Invitation', subject.invitation.id)}") { ... on Invitation { email } } }`,
      seen: ADMINS,
    },
    'invitation, without its secret': {
      query: () => `{ invitation(token: "${subject.invitation.id}") { email } }`,
      seen: [],
    },
  }
  for (const [path, { query, seen }] of Object.entries(READS)) {
    it.each(WHO)(`shows ${path}, or not, to: %s`, async (who) => {
      const { data, errors } = await app.query({ query: query(), cookie: askers[who].cookie })
      expect(errors).toEqual([])
      expect(JSON.stringify(data).toLowerCase().includes(SECRET.toLowerCase())).toBe(seen.includes(who))
    })
  }

  it('shows one’s own sessions alone, and never a token', async () => {
    const { data } = await app.query({
      query: '{ viewer { emailVerifie sessions { uuid navigateur lastUsedAt estCelleCi } } }',
      cookie: askers.lecteur.cookie,
    })
    const own = await prisma.session.findMany({ where: { userId: askers.lecteur.viewer?.userId ?? '' } })
    expect(data).toMatchObject({ viewer: { sessions: own.map(() => ({})) } })
    for (const { token } of await prisma.session.findMany({ take: 50 }))
      expect(JSON.stringify(data)).not.toContain(token)
  })
})

describe('rights matrix: managing people', () => {
  const WRITES: Record<string, { run: () => Promise<string>; absent: string }> = {
    inviteMembres: {
      run: () =>
        Promise.resolve(
          `inviteMembres(input: { collectiviteId: "${gid('Collectivite', subject.collectivite.id)}", role: LECTEUR, invites: [{ email: "${crypto.randomUUID()}@exemple.fr" }] })`,
        ),
      absent: 'COLLECTIVITE_NOT_FOUND',
    },
    updateMembre: {
      run: () =>
        Promise.resolve(`updateMembre(input: { membreId: "${gid('Membre', subject.membre.id)}", role: LECTEUR })`),
      absent: 'MEMBRE_NOT_FOUND',
    },
    addMembreService: {
      run: () =>
        Promise.resolve(
          `addMembreService(input: { membreId: "${gid('Membre', subject.membre.id)}", serviceId: "${gid('Service', subject.service.id)}" })`,
        ),
      absent: 'MEMBRE_NOT_FOUND',
    },
    removeMembreService: {
      run: () =>
        Promise.resolve(
          `removeMembreService(input: { membreId: "${gid('Membre', subject.membre.id)}", serviceId: "${gid('Service', subject.service.id)}" })`,
        ),
      absent: 'MEMBRE_NOT_FOUND',
    },
    removeMembre: {
      run: async () => {
        const { viewer } = await make.membre({ collectivite: subject.collectivite })
        return `removeMembre(input: { membreId: "${gid('Membre', viewer.memberships[0]?.membreId ?? '')}" })`
      },
      absent: 'MEMBRE_NOT_FOUND',
    },
    attachPersonne: {
      run: async () => {
        const nom = crypto.randomUUID()
        const { id } = await prisma.personne.create({
          data: { collectiviteId: subject.collectivite.id, nom, nomNormalise: nom },
        })
        return `attachPersonne(input: { membreId: "${gid('Membre', subject.membre.id)}", personneId: "${gid('Personne', id)}" })`
      },
      absent: 'MEMBRE_NOT_FOUND',
    },
    renamePersonne: {
      run: () =>
        Promise.resolve(
          `renamePersonne(input: { personneId: "${gid('Personne', subject.named.id)}", nom: "Nommée ${SECRET}" })`,
        ),
      absent: 'PERSONNE_NOT_FOUND',
    },
    resendInvitation: {
      run: async () =>
        `resendInvitation(input: { invitationId: "${gid('Invitation', (await invite(subject.collectivite.id)).id)}" })`,
      absent: 'INVITATION_NOT_FOUND',
    },
    revokeInvitation: {
      run: async () =>
        `revokeInvitation(input: { invitationId: "${gid('Invitation', (await invite(subject.collectivite.id)).id)}" })`,
      absent: 'INVITATION_NOT_FOUND',
    },
  }
  for (const [name, { run, absent }] of Object.entries(WRITES)) {
    it.each(WHO)(`answers ${name} for: %s`, async (who) => {
      const { data, errors } = await app.query({
        query: `mutation { answer: ${await run()} { __typename ... on Error { code } } }`,
        cookie: askers[who].cookie,
      })
      expect(errors).toEqual([])
      // Of invitations, those who are not admins see nothing at all.
      const forbidden = name.endsWith('Invitation')
        ? { __typename: 'NotFoundError', code: absent }
        : { __typename: 'ForbiddenError', code: 'MANAGE_MEMBRES_FORBIDDEN' }
      const success = { __typename: `${name[0]?.toUpperCase()}${name.slice(1)}Success` }
      expect(data).toEqual({
        answer: ADMINS.includes(who)
          ? success
          : MEMBRES.includes(who)
            ? forbidden
            : { __typename: 'NotFoundError', code: absent },
      })
    })
  }

  it.each(WHO)('lets name a person, or not: %s', async (who) => {
    const { data } = await app.query({
      query: `mutation { answer: createPersonne(input: { collectiviteId: "${gid('Collectivite', subject.collectivite.id)}", nom: "${SECRET} ${who}" }) { __typename } }`,
      cookie: askers[who].cookie,
    })
    const typename =
      who === 'lecteur' ? 'ForbiddenError' : MEMBRES.includes(who) ? 'CreatePersonneSuccess' : 'NotFoundError'
    expect(data).toEqual({ answer: { __typename: typename } })
  })
})

describe('rights matrix: what is one’s own', () => {
  it.each(WHO)('lets give oneself the name that one has, or not: %s', async (who) => {
    const { viewer, cookie } = askers[who]
    const { data } = await app.query({
      query: `mutation { answer: updateViewer(input: { nom: "${viewer?.name ?? 'Personne'}" }) { __typename ... on Error { code } } }`,
      cookie,
    })
    const nobody = { __typename: 'NotFoundError', code: 'MEMBRE_NOT_FOUND' }
    expect(data).toEqual({ answer: viewer ? { __typename: 'UpdateViewerSuccess' } : nobody })
  })

  it.each(WHO)('lets them delete no account but their own, by its address: %s', async (who) => {
    const { viewer, cookie } = askers[who]
    const someoneElse = await make.person()
    const { data } = await app.query({
      query: `mutation { answer: deleteAccount(input: { email: "${someoneElse.user.email}" }) { __typename ... on Error { code } } }`,
      cookie,
    })
    const nobody = { __typename: 'NotFoundError', code: 'MEMBRE_NOT_FOUND' }
    expect(data).toEqual({ answer: viewer ? { __typename: 'ConflictError', code: 'OTHER_ADDRESS' } : nobody })
    expect(await prisma.user.count({ where: { id: someoneElse.user.id } })).toBe(1)
  })

  it.each(WHO)('opens an invitation to whoever has its address and its secret, and not to: %s', async (who) => {
    const { viewer, cookie } = askers[who]
    const { id } = await invite(subject.collectivite.id)
    const tokenHash = hashSecret(id)
    await prisma.invitation.update({ where: { id }, data: { tokenHash } })
    const accept = async (token: string) => {
      const input = `token: "${token}", nom: "Nouvelle", motDePasse: "un mot de passe assez long"`
      const query = `mutation { answer: acceptInvitation(input: { ${input} }) { __typename ... on Error { code } } }`
      return (await app.query({ query, cookie })).data
    }
    const absent = { __typename: 'NotFoundError', code: 'INVITATION_NOT_FOUND' }
    expect(await accept(crypto.randomUUID())).toEqual({ answer: absent })
    // Whoever is not signed in and holds the link has the address that it was sent to.
    const other = { __typename: 'ForbiddenError', code: 'OTHER_ACCOUNT' }
    expect(await accept(id)).toEqual({ answer: viewer ? other : { __typename: 'AcceptInvitationSuccess' } })
  })
})

describe('the number of SQL statements', () => {
  it('is the same for a page of 2 and a page of 30 of members, people and invitations', async () => {
    const counted = createCountedPrisma({ connectionString })
    const countedApp = await startGraphqlApp({ prisma: counted.prisma, connectionString })
    const collectivite = await make.collectivite()
    const services = [await make.service({ collectivite }), await make.service({ collectivite })]
    for (let index = 0; index < 32; index += 1) {
      await make.membre({ collectivite, services })
      const { id } = await invite(collectivite.id)
      await prisma.invitationService.create({
        data: { invitationId: id, serviceId: services[0]?.id ?? '', collectiviteId: collectivite.id },
      })
    }
    const { user } = await make.membre({ collectivite, role: 'ADMIN' })
    const cookie = await countedApp.signIn(user)
    const counts = []
    for (const size of [2, 30]) {
      const statements = await counted.statementsOf(async () => {
        const { errors } = await countedApp.query({
          query: `{ collectivite(siren: "${collectivite.siren}") {
            membres(first: ${size}) { edges { node { nom email role services { nom } } } }
            personnes(first: ${size}) { edges { node { nom membre { role } } } }
            invitations(first: ${size}) { edges { node { email invitePar services { nom } personnes { nom } } } } } }`,
          cookie,
        })
        expect(errors).toEqual([])
      })
      counts.push(statements.length)
    }
    expect(counts[1]).toBe(counts[0])
    await countedApp.close()
    await counted.prisma.$disconnect()
  }, 60_000)
})
