import { encodeGlobalID } from '@pothos/plugin-relay'
import type { PrismaClient } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeDocument } from '../src/domain/rights/judge-document.ts'
import type { PersonViewer } from '../src/domain/viewer.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

/** Members of the collectivité, who all read what is not restricted. */
const WHO = ['lecteur', 'contributeur du service', 'éditeur', 'pilote', 'admin'] as const
type Who = (typeof WHO)[number]

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let askers: Record<Who, { viewer: PersonViewer; cookie: string }>
let subject: Awaited<ReturnType<typeof restrictedThings>>

/** A restricted plan with a fiche, and a restricted fiche of an open plan, linked to an open one and with a sous-action. */
async function restrictedThings(service: Awaited<ReturnType<typeof make.service>>) {
  const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: service.collectiviteId } })
  const open = await make.plan({ collectivite, nom: 'Plan ouvert' })
  const plan = await make.plan({ collectivite, nom: `Plan ${SECRET}` })
  const ficheOfPlan = await make.fiche({ plan, titre: `Du plan ${SECRET}`, services: [service] })
  const visible = await make.fiche({ plan: open, titre: 'Visible', services: [service] })
  const fiche = await make.fiche({ plan: open, titre: `Fiche ${SECRET}`, services: [service] })
  const sousAction = await prisma.fiche.create({
    data: { collectiviteId: collectivite.id, parentId: fiche.id, position: 'a', titre: `Sous-action ${SECRET}` },
  })
  const [ficheId = '', autreId = ''] = [fiche.id, visible.id].toSorted()
  const lien = await prisma.lien.create({ data: { ficheId, autreId, type: 'LIEE' } })
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
  await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true } })
  return { collectivite, open, plan, ficheOfPlan, visible, fiche, sousAction, lien }
}

async function pilot(client: PrismaClient, { userId, ficheId }: { userId: string; ficheId: string }) {
  const personne = await client.personne.findFirstOrThrow({ where: { membre: { userId } } })
  await client.fichePilote.create({
    data: { ficheId, personneId: personne.id, collectiviteId: personne.collectiviteId },
  })
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  subject = await restrictedThings(service)
  const asker = async (membre: Parameters<typeof make.membre>[0]) => {
    const { user, viewer } = await make.membre({ ...membre, collectivite })
    return { viewer, cookie: await app.signIn(user) }
  }
  askers = {
    lecteur: await asker({ role: 'LECTEUR', services: [service] }),
    'contributeur du service': await asker({ role: 'CONTRIBUTEUR', services: [service] }),
    éditeur: await asker({ role: 'EDITEUR' }),
    pilote: await asker({ role: 'CONTRIBUTEUR' }),
    admin: await asker({ role: 'ADMIN' }),
  }
  await pilot(prisma, { userId: askers.pilote.viewer.userId, ficheId: subject.fiche.id })
})

afterAll(() => app.close())

const ADMINS: readonly Who[] = ['admin']
const PILOTES: readonly Who[] = ['pilote', 'admin']
type About = typeof subject

/** Every path to the restricted plan, its fiche, the restricted fiche and its sous-action, and who sees something of it there. */
const PATHS: Record<string, { query: (about: About) => string; seen: readonly Who[] }> = {
  'plan by its address': { query: ({ plan }) => `{ plan(uuid: "${plan.id}") { nom } }`, seen: ADMINS },
  'plan by node(id)': {
    query: ({ plan }) => `{ node(id: "${encodeGlobalID('Plan', plan.id)}") { ... on Plan { nom } } }`,
    seen: ADMINS,
  },
  'list of plans': { query: () => '{ plans(first: 100) { edges { node { nom } } } }', seen: ADMINS },
  'fiche of the plan': { query: ({ ficheOfPlan }) => `{ fiche(uuid: "${ficheOfPlan.id}") { titre } }`, seen: ADMINS },
  'list of fiches of the plan': {
    query: ({ plan }) =>
      `{ fiches(first: 9, where: { plan: { equals: "${encodeGlobalID('Plan', plan.id)}" } }) { edges { node { titre } } } }`,
    seen: ADMINS,
  },
  'fiche by its address': { query: ({ fiche }) => `{ fiche(uuid: "${fiche.id}") { titre } }`, seen: PILOTES },
  'fiche by node(id)': {
    query: ({ fiche }) => `{ node(id: "${encodeGlobalID('Fiche', fiche.id)}") { ... on Fiche { titre } } }`,
    seen: PILOTES,
  },
  'sous-action': { query: ({ sousAction }) => `{ fiche(uuid: "${sousAction.id}") { titre } }`, seen: PILOTES },
  'list of fiches': { query: () => '{ fiches(first: 100) { edges { node { titre } } } }', seen: PILOTES },
  'places of the open plan': {
    query: ({ open }) => `{ plan(uuid: "${open.id}") { placements(first: 9) { edges { node { fiche { titre } } } } } }`,
    seen: PILOTES,
  },
  search: {
    query: () => `{ searchFiches(recherche: "${SECRET}", first: 9) { fiche { titre } extrait } }`,
    seen: PILOTES,
  },
  'link from a fiche that one reads': {
    query: ({ visible }) => `{ fiche(uuid: "${visible.id}") { liens { fiche { titre } autre { titre } } } }`,
    seen: PILOTES,
  },
  'link by node(id)': {
    query: ({ lien }) =>
      `{ node(id: "${encodeGlobalID('Lien', lien.id)}") { ... on Lien { fiche { titre } autre { titre } } } }`,
    seen: PILOTES,
  },
}

describe('what is restricted', () => {
  for (const [path, { query, seen }] of Object.entries(PATHS)) {
    for (const who of WHO) {
      it(`is ${seen.includes(who) ? 'seen' : 'invisible'}, ${path}: ${who}`, async () => {
        const { data, errors } = await app.query({ query: query(subject), cookie: askers[who].cookie })
        expect(errors).toEqual([])
        expect(JSON.stringify(data).includes(SECRET)).toBe(seen.includes(who))
      })
    }
  }

  it('is not in counts', async () => {
    const count = async (who: Who) => {
      const { data } = await app.query({
        query: `{ plan(uuid: "${subject.open.id}") { fichesCount avancement { fichesCount budgets { montant } } } }`,
        cookie: askers[who].cookie,
      })
      return data
    }
    const budget = { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', montant: '42' } as const
    await prisma.ligneBudget.create({ data: { ficheId: subject.fiche.id, ...budget } })
    const counted = (fichesCount: number, budgets: unknown[]) => ({
      plan: { fichesCount, avancement: { fichesCount, budgets } },
    })
    expect(await count('éditeur')).toEqual(counted(1, []))
    expect(await count('pilote')).toEqual(counted(2, [{ montant: '42' }]))
  })

  const DOCUMENTS = {
    plan: { kind: 'plan', of: 'plan', write: ADMINS, read: ADMINS },
    'fiche of the plan': { kind: 'fiche', of: 'ficheOfPlan', write: ADMINS, read: ADMINS },
    fiche: { kind: 'fiche', of: 'fiche', write: PILOTES, read: PILOTES },
  } as const
  for (const [name, { kind, of, write, read }] of Object.entries(DOCUMENTS)) {
    for (const who of WHO) {
      const access = write.includes(who) ? 'write' : read.includes(who) ? 'read' : null
      it(`gives ${access ?? 'no'} access to the live texts of the ${name}: ${who}`, async () => {
        const ref = { kind, uuid: subject[of].id }
        expect((await judgeDocument({ prisma, viewer: askers[who].viewer, ref }))?.access ?? null).toBe(access)
      })
    }
  }

  it('answers a link to it as a link to what does not exist', async () => {
    const link = async (autreId: string) => {
      const { data } = await app.query({
        query: `mutation { linkFiches(input: { ficheId: "${encodeGlobalID('Fiche', subject.visible.id)}",
          autreId: "${encodeGlobalID('Fiche', autreId)}", type: LIEE }) { __typename ... on Error { code } } }`,
        cookie: askers['contributeur du service'].cookie,
      })
      return data
    }
    expect(await link(subject.fiche.id)).toEqual({
      linkFiches: { __typename: 'NotFoundError', code: 'FICHE_NOT_FOUND' },
    })
    expect(await link(crypto.randomUUID())).toEqual(await link(subject.fiche.id))
  })
})

describe('who restricts', () => {
  const restrict = (ficheId: string, restreinte: boolean) =>
    `mutation { answer: restrictFiche(input: { ficheId: "${encodeGlobalID('Fiche', ficheId)}", restreinte: ${restreinte} }) {
      __typename ... on Error { code } } }`
  const access = (planId: string, what: string) =>
    `mutation { answer: changePlanAccess(input: { planId: "${encodeGlobalID('Plan', planId)}", ${what} }) {
      __typename ... on Error { code } } }`
  const answer = async (who: Who, query: string) => {
    const { data, errors } = await app.query({ query, cookie: askers[who].cookie })
    expect(errors).toEqual([])
    return data
  }

  it('an éditeur cannot shut themselves out; a pilote who is no éditeur cannot restrict', async () => {
    const { visible } = subject
    expect(await answer('éditeur', restrict(visible.id, true))).toEqual({
      answer: { __typename: 'ConflictError', code: 'RESTRICTION_EXCLUDES_YOU' },
    })
    expect((await prisma.fiche.findUniqueOrThrow({ where: { id: visible.id } })).restreinte).toBe(false)
    expect(await answer('pilote', restrict(subject.fiche.id, false))).toEqual({
      answer: { __typename: 'ForbiddenError', code: 'RESTRICT_FICHE_FORBIDDEN' },
    })
    expect(await answer('éditeur', restrict(subject.fiche.id, false))).toEqual({
      answer: { __typename: 'NotFoundError', code: 'FICHE_NOT_FOUND' },
    })
  })

  it('a sous-action follows its fiche', async () => {
    expect(await answer('admin', restrict(subject.sousAction.id, false))).toEqual({
      answer: { __typename: 'ConflictError', code: 'SOUS_ACTION_FOLLOWS' },
    })
  })

  it('only an admin chooses who reads a plan and what roles give there', async () => {
    const { collectivite, open } = subject
    const plan = await make.plan({ collectivite })
    expect(await answer('éditeur', access(plan.id, 'visibilite: RESTREINT'))).toEqual({
      answer: { __typename: 'ForbiddenError', code: 'MANAGE_PLAN_ACCESS_FORBIDDEN' },
    })
    expect(await answer('admin', access(plan.id, 'visibilite: RESTREINT'))).toEqual({
      answer: { __typename: 'ChangePlanAccessSuccess' },
    })
    expect(await answer('éditeur', `{ plan(uuid: "${plan.id}") { nom } }`)).toEqual({ plan: null })
    expect(open.visibilite).toBe('COLLECTIVITE')
  })

  it('an ouverture holds roles back at once: in GraphQL and on live texts', async () => {
    const { collectivite } = subject
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    await pilot(prisma, { userId: askers.pilote.viewer.userId, ficheId: fiche.id })
    const can = async (who: Who) =>
      (await judgeDocument({ prisma, viewer: askers[who].viewer, ref: { kind: 'fiche', uuid: fiche.id } }))?.access
    expect([await can('éditeur'), await can('pilote'), await can('lecteur')]).toEqual(['write', 'write', 'read'])
    await answer('admin', access(plan.id, 'ouverture: CONTRIBUER'))
    expect([await can('éditeur'), await can('pilote'), await can('admin')]).toEqual(['read', 'write', 'write'])
    await answer('admin', access(plan.id, 'ouverture: COMMENTER'))
    expect([await can('éditeur'), await can('pilote'), await can('admin')]).toEqual(['read', 'read', 'write'])
    expect(await answer('éditeur', `{ plan(uuid: "${plan.id}") { viewerCanUpdate viewerCanCreateFiche } }`)).toEqual({
      plan: { viewerCanUpdate: false, viewerCanCreateFiche: false },
    })
  })
})
