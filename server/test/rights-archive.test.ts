import { encodeGlobalID } from '@pothos/plugin-relay'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { judgeDocument } from '../src/domain/rights/judge-document.ts'
import { SHOWN } from '../src/graphql/observatoire/shown.ts'
import { graphqlTest } from './graphql-test.ts'
import { askWrite, writtenOn } from './matrix/ask-write.ts'
import { makeStage, uuid } from './matrix/stage.ts'
import { WRITES } from './matrix/writes.ts'

// Nothing in an archived plan may be changed, by anybody, by any mutation of the schema.

/** Mutations which change nothing in a plan: who reads it, a copy of it, what the whole collectivité shares. Each is asked elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'archivePlan',
  'attachPersonne',
  'createIndicateur',
  'createPersonne',
  'createPlanModele',
  'renamePlanModele',
  'deletePlanModele',
  'createPlanFromModele',
  // For oneself.
  'markFil',
  'createVue',
  'updateVue',
  'deleteVue',
  'createPlan',
  'deleteIndicateur',
  'duplicatePlan',
  'mergeLabels',
  'deleteLabel',
  'renameLabel',
  'renamePersonne',
  'setIndicateurValeur',
  'setIndicateurValeurs',
  'updateIndicateur',
  'changePlanAccess',
  'grantPlanAccess',
  'revokePlanAccess',
  'grantFicheAccess',
  'revokeFicheAccess',
  'inviteMembres',
  'resendInvitation',
  'revokeInvitation',
  'updateMembre',
  'removeMembre',
  'changeNomsPublics',
  'noteVisite',
  'dismissPremiersPas',
  'addMembreService',
  'removeMembreService',
  'createService',
  'renameService',
  'mergeServices',
  'deleteService',
  'createApiKey',
  'rotateApiKey',
  'revokeApiKey',
  'createWebhook',
  'updateWebhook',
  'rotateWebhookSecret',
  'testWebhook',
  'redeliverWebhook',
  'deleteWebhook',
  // What it may not put back, it says one by one.
  'undoActe',
])

const answered = z.object({ answer: z.object({ __typename: z.string(), code: z.string(), message: z.string() }) })

const it = graphqlTest
  .extend('archived', { scope: 'file' }, async ({ app, make, prisma }) => {
    const stage = await makeStage({ app, make, prisma })
    const subject = (await writtenOn({ app, make, prisma, stage })).COLLECTIVITE
    await prisma.plan.updateMany({
      where: { id: { in: subject.ids.Plan.map(uuid) } },
      data: { archivedAt: new Date() },
    })
    return { stage, subject }
  })
  .extend('scene', async ({ app, make, prisma }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const plan = await make.plan({ collectivite, nom: 'Plan fini' })
    const living = await make.plan({ collectivite, nom: 'Plan en cours' })
    const axe = await make.axe({ plan })
    const fiche = await make.fiche({ axe, services: [service] })
    const shared = await make.fiche({ axe, services: [service] })
    const { id: livingPlace } = await prisma.placement.create({
      data: { ficheId: shared.id, planId: living.id, collectiviteId: collectivite.id, position: 'a0' },
    })
    const champ = await prisma.champPropre.create({
      data: { planId: plan.id, nom: 'Lot', type: 'TEXTE', position: 'a0' },
    })
    const people = {
      lecteur: await make.membre({ collectivite, role: 'LECTEUR' }),
      contributeur: await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
      éditeur: await make.membre({ collectivite, role: 'EDITEUR' }),
      admin: await make.membre({ collectivite, role: 'ADMIN' }),
    }
    const ask = async (who: keyof typeof people, query: string) => {
      const { data, errors } = await app.query({ query, cookie: await app.signIn(people[who].user) })
      expect(errors).toEqual([])
      return data
    }
    const id = {
      plan: encodeGlobalID('Plan', plan.id),
      living: encodeGlobalID('Plan', living.id),
      fiche: encodeGlobalID('Fiche', fiche.id),
      shared: encodeGlobalID('Fiche', shared.id),
      champ: encodeGlobalID('ChampPropre', champ.id),
      place: encodeGlobalID('Placement', shared.placement.id),
      livingPlace: encodeGlobalID('Placement', livingPlace),
    }
    const write = async (who: keyof typeof people, mutation: string) => {
      const data = await ask(who, `mutation { answer: ${mutation} { __typename ... on Error { code } } }`)
      const { __typename: type, code } = z
        .object({ answer: z.object({ __typename: z.string(), code: z.string().optional() }) })
        .parse(data).answer
      return code ?? type
    }
    const archive = (who: keyof typeof people, isArchived: boolean) =>
      write(who, `archivePlan(input: { planId: "${id.plan}", archive: ${isArchived} })`)
    return { collectivite, plan, living, fiche, shared, people, id, ask, write, archive }
  })

describe('an archived plan', () => {
  it.for(Object.keys(WRITES).filter((name) => !ELSEWHERE.has(name)))(
    'is not changed by an admin, who is told why: %s',
    async (name, { app, archived: { stage, subject } }) => {
      const args = WRITES[name]?.args(subject) ?? {}
      const { data, errors } = await askWrite({ app, name, args, asker: stage.asker('admin') })
      expect(errors).toEqual([])
      const { answer } = answered.parse(data)
      expect(answer).toMatchObject({ __typename: 'ForbiddenError', code: 'PLAN_ARCHIVED' })
      expect(answer.message).toContain(
        'Un admin, ou un éditeur qui peut modifier ce plan, peut le sortir des archives.',
      )
    },
  )

  it.for((SHOWN['Mutation'] ?? []).filter((name) => name in WRITES && !ELSEWHERE.has(name)))(
    'is not changed by a key of the API either: %s',
    async (name, { app, archived: { stage, subject } }) => {
      const args = WRITES[name]?.args(subject) ?? {}
      const { data } = await askWrite({ app, name, args, asker: stage.asker('clé ECRIRE') })
      expect(answered.parse(data).answer.code).toBe('PLAN_ARCHIVED')
    },
  )

  it('is left out, fiche by fiche, by what changes many at once and by what undoes that', async ({ app, archived }) => {
    const { stage, subject } = archived
    const ids = subject.ids.Fiche.slice(0, 2)
    const { data } = await app.query({
      query: `mutation ($ids: [ID!]!, $acte: UUID!) {
        updateFiches(input: { ficheIds: $ids, valeurs: { priorite: ELEVE }, essai: false }) {
          ... on UpdateFichesSuccess { changees refusees { code } } }
        undoActe(input: { acte: $acte }) { ... on UndoActeSuccess { retablies laissees { code } } } }`,
      variables: { ids, acte: subject.acte },
      ...stage.asker('admin'),
    })
    const refused = ids.map(() => ({ code: 'PLAN_ARCHIVED' }))
    expect(data).toEqual({
      updateFiches: { changees: 0, refusees: refused },
      undoActe: { retablies: 0, laissees: refused },
    })
  })

  it('is archived and taken out by who may edit it, told to those who look, and read as before', async ({ scene }) => {
    const { ask, archive, plan, id } = scene
    const shown = `{ plan(uuid: "${plan.id}") { nom fichesCount archivedAt viewerCanUpdate viewerCanCreateFiche viewerCanDelete viewerCanArchive } }`
    const alive = {
      plan: {
        nom: 'Plan fini',
        fichesCount: 2,
        archivedAt: null,
        viewerCanUpdate: true,
        viewerCanCreateFiche: true,
        viewerCanDelete: true,
        viewerCanArchive: true,
      },
    }
    expect(await ask('éditeur', shown)).toEqual(alive)
    for (const who of ['lecteur', 'contributeur'] as const)
      expect(await archive(who, true)).toBe('ARCHIVE_PLAN_FORBIDDEN')
    expect(await archive('éditeur', true)).toBe('ArchivePlanSuccess')
    // Twice is once.
    const first = await ask('lecteur', shown)
    expect(await archive('admin', true)).toBe('ArchivePlanSuccess')
    expect(await ask('lecteur', shown)).toEqual(first)
    expect(first).toMatchObject({ plan: { nom: 'Plan fini', fichesCount: 2, archivedAt: expect.any(String) } })
    expect(await ask('éditeur', shown)).toMatchObject({
      plan: { viewerCanUpdate: false, viewerCanCreateFiche: false, viewerCanDelete: false, viewerCanArchive: true },
    })
    expect(await ask('lecteur', shown)).toMatchObject({ plan: { viewerCanArchive: false } })
    for (const who of ['lecteur', 'contributeur'] as const)
      expect(await archive(who, false)).toBe('ARCHIVE_PLAN_FORBIDDEN')

    const journal = await ask(
      'éditeur',
      `{ plan(uuid: "${plan.id}") { journal(first: 1) { edges { node { objet changements { champ avant } } } } } }`,
    )
    expect(journal).toMatchObject({
      plan: { journal: { edges: [{ node: { objet: 'PLAN', changements: [{ champ: 'archivedAt', avant: null }] } }] } },
    })
    expect(await archive('éditeur', false)).toBe('ArchivePlanSuccess')
    expect(await ask('éditeur', shown)).toEqual(alive)
    expect(id.plan).not.toBe(id.living)
  })

  it('is asked for apart from the others, and is no place for a fiche', async ({ scene }) => {
    const { ask, archive, collectivite, id } = scene
    await archive('éditeur', true)
    const noms = async (args: string) => {
      const data = await ask(
        'éditeur',
        `{ collectivite(siren: "${collectivite.siren}") { plans(first: 9, ${args}) { edges { node { nom } } } } }`,
      )
      return z
        .object({
          collectivite: z.object({
            plans: z.object({ edges: z.array(z.object({ node: z.object({ nom: z.string() }) })) }),
          }),
        })
        .parse(data)
        .collectivite.plans.edges.map(({ node }) => node.nom)
    }
    expect(await noms('recherche: ""')).toEqual(['Plan en cours', 'Plan fini'])
    expect(await noms('archive: false')).toEqual(['Plan en cours'])
    expect(await noms('archive: true')).toEqual(['Plan fini'])
    expect(await noms('viewerCanUpdate: true')).toEqual(['Plan en cours'])
    const where = `collectivite: { equals: "${encodeGlobalID('Collectivite', collectivite.id)}" }`
    expect(
      await ask('éditeur', `{ plans(first: 9, where: { ${where}, archive: true }) { edges { node { id } } } }`),
    ).toEqual({ plans: { edges: [{ node: { id: id.plan } }] } })
  })

  it('lets a fiche that another plan holds change, but for its place there, its fields and its deletion', async ({
    scene,
    prisma,
  }) => {
    const { archive, write, id, people, fiche, shared } = scene
    await archive('éditeur', true)
    const access = async (who: keyof typeof people, uuidOfFiche: string) =>
      (await judgeDocument({ prisma, viewer: people[who].viewer, ref: { kind: 'fiche', uuid: uuidOfFiche } }))?.access
    for (const who of ['contributeur', 'éditeur', 'admin'] as const) {
      expect([await access(who, fiche.id), await access(who, shared.id)], who).toEqual(['read', 'write'])
      expect(await write(who, `updateFiche(input: { ficheId: "${id.shared}", priorite: BAS })`)).toBe(
        'UpdateFicheSuccess',
      )
      expect(await write(who, `updateFiche(input: { ficheId: "${id.fiche}", priorite: BAS })`)).toBe('PLAN_ARCHIVED')
    }
    const refused = [
      `removePlacement(input: { placementId: "${id.place}" })`,
      `deleteFiches(input: { ficheIds: ["${id.shared}"] })`,
      `setFicheChampPropre(input: { ficheId: "${id.shared}", champId: "${id.champ}", texte: "2" })`,
      `addPlacement(input: { ficheId: "${id.fiche}", planId: "${id.living}" })`,
    ]
    for (const mutation of refused) expect(await write('admin', mutation), mutation).toBe('PLAN_ARCHIVED')

    // Out of the plan which lives, it is only where nothing changes.
    expect(await write('éditeur', `removePlacement(input: { placementId: "${id.livingPlace}" })`)).toBe(
      'RemovePlacementSuccess',
    )
    expect(await access('éditeur', shared.id)).toBe('read')
    await archive('éditeur', false)
    expect(await access('éditeur', shared.id)).toBe('write')
    expect(await write('éditeur', `deleteFiches(input: { ficheIds: ["${id.shared}"] })`)).toBe('DeleteFichesSuccess')
  })

  it('keeps its live texts from whom a grant on one of its fiches lets write, who does not read the plan', async ({
    scene,
    make,
    prisma,
  }) => {
    const { collectivite, plan, fiche, people, archive } = scene
    const theirs = await make.service()
    const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: theirs.collectiviteId } })
    const { viewer: partner } = await make.membre({ collectivite: ailleurs, role: 'LECTEUR', services: [theirs] })
    await prisma.octroi.create({
      data: { collectiviteId: collectivite.id, ficheId: fiche.id, serviceId: theirs.id, niveau: 'EDITER' },
    })
    const access = async () =>
      (await judgeDocument({ prisma, viewer: partner, ref: { kind: 'fiche', uuid: fiche.id } }))?.access
    expect(await access()).toBe('write')
    await archive('admin', true)
    expect(await access()).toBe('read')
    await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
    expect(await access()).toBe('read')
    const document = { prisma, viewer: people.admin.viewer, ref: { kind: 'plan' as const, uuid: plan.id } }
    expect((await judgeDocument(document))?.access).toBe('read')
  })

  it('is copied to a plan which lives', async ({ scene, prisma }) => {
    const { collectivite, archive, write, id } = scene
    await archive('éditeur', true)
    expect(await write('éditeur', `duplicatePlan(input: { planId: "${id.plan}", nom: "Suite" })`)).toBe(
      'DuplicatePlanSuccess',
    )
    const copy = await prisma.plan.findFirstOrThrow({ where: { collectiviteId: collectivite.id, nom: 'Suite' } })
    expect(copy.archivedAt).toBeNull()
  })
})
