import { encodeGlobalID as gid } from '@pothos/plugin-relay'
import type { Ouverture, Plan } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadViewer } from '../src/auth/load-viewer.ts'
import { LEVELS } from '../src/domain/rights/acts.ts'
import { judgeDocument } from '../src/domain/rights/judge-document.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { createFactories, type Person } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

// The rights matrix of those whom grants name: each way to name them, each level, on a plan that is open, on one that is
// restricted, on a restricted fiche.

/** How a grant names somebody. The last two are of another collectivité. */
const WAYS = ['un membre', 'un service', 'une adresse ailleurs', 'un service ailleurs'] as const
type Way = (typeof WAYS)[number]

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

/** In the name of everything of the collectivité, and nowhere else. */
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`
/** In the names of what no grant of this file opens. */
const HIDDEN = `Ortie${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let admin: string
let subject: Awaited<ReturnType<typeof things>>

/** A fiche of this plan and of a restricted one, with a sous-action; and a restricted fiche of the plan. */
async function planWith(plan: Plan, hiddenPlan: Plan) {
  const { collectiviteId } = plan
  const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
  const service = await make.service({ collectivite, nom: `Service ${SECRET} ${crypto.randomUUID()}` })
  const axe = await make.axe({ plan, nom: `Axe ${SECRET}` })
  const fiche = await make.fiche({ axe, titre: `Fiche ${SECRET}`, description: `Texte ${SECRET}`, services: [service] })
  await prisma.placement.create({ data: { ficheId: fiche.id, planId: hiddenPlan.id, collectiviteId, position: 'a' } })
  const sousAction = await prisma.fiche.create({
    data: { collectiviteId, parentId: fiche.id, position: 'a', titre: `Sous-action ${SECRET}` },
  })
  const restreinte = await make.fiche({ axe, titre: `Restreinte ${HIDDEN}`, description: HIDDEN })
  await prisma.fiche.update({ where: { id: restreinte.id }, data: { restreinte: true } })
  const indicateur = await make.indicateur({ collectivite, nom: `Tonnes ${SECRET}` })
  await prisma.axeIndicateur.create({ data: { axeId: axe.id, indicateurId: indicateur.id } })
  return { plan, axe, fiche, sousAction, restreinte, indicateur }
}

async function things() {
  const collectivite = await make.collectivite({ nom: `Collectivité ${SECRET}` })
  const hiddenPlan = await make.plan({ collectivite, nom: `Plan ${HIDDEN}` })
  const open = await make.plan({ collectivite, nom: `Plan ${SECRET}` })
  const closed = await make.plan({ collectivite, nom: `Plan fermé ${SECRET}` })
  const ofOthers = await make.fiche({ plan: hiddenPlan, titre: `Autre ${HIDDEN}` })
  const named = await make.fiche({ plan: hiddenPlan, titre: `Nommée ${SECRET}`, description: `Texte ${SECRET}` })
  const { id: collectiviteId } = collectivite
  const sousAction = await prisma.fiche.create({
    data: { collectiviteId, parentId: named.id, position: 'a', titre: `Sous-action ${SECRET}` },
  })
  await prisma.fiche.update({ where: { id: named.id }, data: { restreinte: true } })
  await prisma.plan.updateMany({ where: { id: { in: [hiddenPlan.id, closed.id] } }, data: { visibilite: 'RESTREINT' } })
  await prisma.plan.update({ where: { id: open.id }, data: { ouverture: 'LIRE' } })
  const { user: pilote } = await make.membre({ collectivite, role: 'LECTEUR' })
  const personne = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: pilote.id } } })
  const plans = { open: await planWith(open, hiddenPlan), closed: await planWith(closed, hiddenPlan) }
  for (const { fiche } of Object.values(plans))
    await prisma.fichePilote.create({ data: { ficheId: fiche.id, personneId: personne.id, collectiviteId } })
  return { collectivite, hiddenPlan, ofOthers, named, sousAction, plans, pilote }
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  subject = await things()
  admin = await app.signIn((await make.membre({ collectivite: subject.collectivite, role: 'ADMIN' })).user)
})

afterAll(() => app.close())

interface Grantee extends Person {
  cookie: string
  /** As `BeneficiaireInput`, in GraphQL. */
  beneficiaire: string
}

/** Somebody who has no right of their own in what is granted, and how a grant names them. */
async function grantee(way: Way): Promise<Grantee> {
  const { collectivite } = subject
  const signed = async (person: Person, beneficiaire: string) => ({
    ...person,
    cookie: await app.signIn(person.user),
    beneficiaire,
  })
  switch (way) {
    case 'un membre': {
      const person = await make.membre({ collectivite, role: 'LECTEUR' })
      return signed(person, `membreId: "${gid('Membre', person.viewer.memberships[0]?.membreId ?? '')}"`)
    }
    case 'un service': {
      const service = await make.service({ collectivite })
      const person = await make.membre({ collectivite, role: 'LECTEUR', services: [service] })
      return signed(person, `serviceId: "${gid('Service', service.id)}"`)
    }
    case 'une adresse ailleurs': {
      const person = await make.membre({ role: 'ADMIN' })
      await prisma.user.update({ where: { id: person.user.id }, data: { emailVerified: true } })
      return signed(person, `email: "${person.user.email.toUpperCase()}"`)
    }
    case 'un service ailleurs': {
      const ailleurs = await make.collectivite()
      const service = await make.service({ collectivite: ailleurs, nom: 'Direction de l’Eau' })
      const person = await make.membre({ collectivite: ailleurs, role: 'LECTEUR', services: [service] })
      return signed(person, `serviceAilleurs: { siren: "${ailleurs.siren}", nom: "direction de l’eau" }`)
    }
  }
}

/** The answer of one mutation. */
async function ask(mutation: string, cookie: string): Promise<unknown> {
  const { data, errors } = await app.query({
    query: `mutation { answer: ${mutation} { __typename ... on Error { code } } }`,
    cookie,
  })
  expect(errors).toEqual([])
  return typeof data === 'object' && data && 'answer' in data ? data.answer : null
}

const onPlan = (planId: string, beneficiaire: string, niveau: Ouverture) =>
  `grantPlanAccess(input: { planId: "${gid('Plan', planId)}", beneficiaire: { ${beneficiaire} }, niveau: ${niveau} })`
const onFiche = (ficheId: string, beneficiaire: string, niveau: Ouverture) =>
  `grantFicheAccess(input: { ficheId: "${gid('Fiche', ficheId)}", beneficiaire: { ${beneficiaire} }, niveau: ${niveau} })`

async function viewerOf({ user }: Person): Promise<Viewer> {
  const { token } = await prisma.session.findFirstOrThrow({ where: { userId: user.id } })
  const loaded = await loadViewer(prisma, { session: { token }, now: new Date() })
  if (!loaded) throw new Error('a session that is open is found')
  return loaded.viewer
}

async function access(who: Person, kind: 'fiche' | 'plan', uuid: string) {
  const viewer = await viewerOf(who)
  return (await judgeDocument({ prisma, viewer, ref: { kind, uuid } }))?.access ?? null
}

async function read(query: string, { cookie }: { cookie: string }) {
  const { data, errors } = await app.query({ query, cookie })
  expect(errors).toEqual([])
  return JSON.stringify(data)
}

const FICHE = `titre description services { nom } pilotes { nom membre { nom } } collectivite { nom ${closedDoors()} }
  sousActions { titre } placements(first: 9) { edges { node { plan { nom } axe { nom } } } }`
const PLAN = `nom collectivite { nom } axes(first: 9) { edges { node { nom indicateurs { nom } } } }
  placements(first: 9) { edges { node { fiche { titre } } } } fichesCount`

/** What of a collectivité is its members' only; with what its fiches are filled in is in rights-filled-in.test.ts. */
function closedDoors(): string {
  return `membres(first: 9) { edges { node { nom } } } invitations(first: 9) { edges { node { email } } }`
}

/** Every way to a fiche of a granted plan. */
function readsOf({ plan, axe, fiche, sousAction, indicateur }: (typeof subject)['plans']['open']) {
  return {
    plan: `{ plan(uuid: "${plan.id}") { ${PLAN} } }`,
    'plan by node(id)': `{ node(id: "${gid('Plan', plan.id)}") { ... on Plan { ${PLAN} } } }`,
    plans: `{ plans(first: 50) { edges { node { ${PLAN} } } } }`,
    axe: `{ node(id: "${gid('Axe', axe.id)}") { ... on Axe { nom placements(first: 9) { edges { node { fiche { titre } } } } } } }`,
    fiche: `{ fiche(uuid: "${fiche.id}") { ${FICHE} } }`,
    'fiche by node(id)': `{ node(id: "${gid('Fiche', fiche.id)}") { ... on Fiche { ${FICHE} } } }`,
    fiches: `{ fiches(first: 50) { edges { node { ${FICHE} } } } }`,
    'fiches by plan': `{ fiches(first: 9, where: { plan: { equals: "${gid('Plan', plan.id)}" } }) { edges { node { titre } } } }`,
    placement: `{ node(id: "${gid('Placement', fiche.placement.id)}") { ... on Placement { plan { nom } fiche { titre } } } }`,
    search: `{ searchFiches(recherche: "${SECRET}", first: 9) { fiche { titre } extrait } }`,
    'sous-action': `{ fiche(uuid: "${sousAction.id}") { titre parent { titre } } }`,
    indicateur: `{ indicateur(uuid: "${indicateur.id}") { nom } }`,
    'indicateurs of the plan': `{ plan(uuid: "${plan.id}") { indicateurs(first: 9) { edges { node { nom axes { nom } } } } } }`,
    'indicateurs of its collectivité': `{ plan(uuid: "${plan.id}") { collectivite { indicateurs(first: 9) { edges { node { nom } } } } } }`,
  }
}

describe.each(['open', 'closed'] as const)('rights matrix: a grant on a plan, %s', (which) => {
  for (const way of WAYS) {
    for (const niveau of LEVELS) {
      it(`gives ${niveau} on it, and nothing else, to ${way}`, async () => {
        const { plan, fiche, sousAction, restreinte } = subject.plans[which]
        const who = await grantee(way)
        expect(await ask(onPlan(plan.id, who.beneficiaire, niveau), admin)).toEqual({
          __typename: 'GrantPlanAccessSuccess',
        })

        for (const [path, query] of Object.entries(readsOf(subject.plans[which]))) {
          const told = await read(query, who)
          expect(told.includes(SECRET), path).toBe(true)
          expect(told.includes(HIDDEN), path).toBe(false)
        }
        const isElsewhere = way.endsWith('ailleurs')
        const shown = await read(`{ fiche(uuid: "${fiche.id}") { ${FICHE} } }`, who)
        expect(shown).toContain(`"pilotes":[{"nom":"${subject.pilote.name}","membre":${isElsewhere ? 'null' : '{'}`)
        if (isElsewhere) expect(shown).toMatch(/"membres":\{"edges":\[\]\}.*"invitations":\{"edges":\[\]\}/)

        const edits = niveau === 'EDITER'
        const contributes = edits || niveau === 'CONTRIBUER'
        expect(await access(who, 'plan', plan.id)).toBe(edits ? 'write' : 'read')
        expect(await access(who, 'fiche', fiche.id)).toBe(contributes ? 'write' : 'read')
        expect(await access(who, 'fiche', restreinte.id)).toBeNull()
        expect(await access(who, 'plan', subject.hiddenPlan.id)).toBeNull()
        expect(await access(who, 'fiche', subject.ofOthers.id)).toBeNull()
        expect(
          await read(
            `{ plan(uuid: "${plan.id}") { viewerCanUpdate viewerCanCreateFiche viewerCanDelete viewerCanManageAccess octrois { email } }
              fiche(uuid: "${fiche.id}") { viewerCanUpdate viewerCanMove viewerCanDelete viewerCanRestrict viewerCanManageAccess octrois { email } }
              sousAction: fiche(uuid: "${sousAction.id}") { viewerCanUpdate viewerCanDelete } }`,
            who,
          ),
        ).toBe(
          JSON.stringify({
            plan: {
              viewerCanUpdate: edits,
              viewerCanCreateFiche: edits,
              viewerCanDelete: edits,
              viewerCanManageAccess: false,
              octrois: [],
            },
            fiche: {
              viewerCanUpdate: contributes,
              viewerCanMove: edits,
              viewerCanDelete: edits,
              viewerCanRestrict: edits,
              viewerCanManageAccess: false,
              octrois: [],
            },
            sousAction: { viewerCanUpdate: contributes, viewerCanDelete: edits },
          }),
        )
        const update = `updateFiche(input: { ficheId: "${gid('Fiche', fiche.id)}", calendrier: "${niveau}" })`
        expect(await ask(update, who.cookie)).toEqual(
          contributes
            ? { __typename: 'UpdateFicheSuccess' }
            : { __typename: 'ForbiddenError', code: 'EDIT_FICHE_FORBIDDEN' },
        )
        const create = `createFiche(input: { planId: "${gid('Plan', plan.id)}", titre: "Nouvelle" })`
        expect(await ask(create, who.cookie)).toEqual(
          edits
            ? { __typename: 'CreateFicheSuccess' }
            : { __typename: 'ForbiddenError', code: 'CREATE_FICHE_FORBIDDEN' },
        )
        const widened = onPlan(plan.id, who.beneficiaire, 'EDITER')
        expect(await ask(widened, who.cookie)).toEqual({
          __typename: 'ForbiddenError',
          code: 'MANAGE_PLAN_ACCESS_FORBIDDEN',
        })
      })
    }
  }
})

describe('rights matrix: a grant on a restricted fiche of a restricted plan', () => {
  for (const way of WAYS) {
    for (const niveau of LEVELS) {
      it(`gives ${niveau} on it and its sous-actions, and names no plan, to ${way}`, async () => {
        const { named, sousAction, hiddenPlan } = subject
        const who = await grantee(way)
        expect(await read(`{ fiche(uuid: "${named.id}") { titre } }`, who)).toBe('{"fiche":null}')
        const before = await read('{ plans(first: 50) { edges { node { nom } } } }', who)
        expect(await ask(onFiche(named.id, who.beneficiaire, niveau), admin)).toEqual({
          __typename: 'GrantFicheAccessSuccess',
        })
        for (const query of [
          `{ fiche(uuid: "${named.id}") { ${FICHE} } }`,
          `{ fiche(uuid: "${sousAction.id}") { titre } }`,
          `{ fiches(first: 50) { edges { node { ${FICHE} } } } }`,
          `{ searchFiches(recherche: "nommée ${SECRET}", first: 9) { fiche { titre } } }`,
        ]) {
          const told = await read(query, who)
          expect([told.includes(SECRET), told.includes(HIDDEN)], query).toEqual([true, false])
        }
        expect(await read('{ plans(first: 50) { edges { node { nom } } } }', who)).toBe(before)
        const contributes = niveau === 'EDITER' || niveau === 'CONTRIBUER'
        expect(await access(who, 'fiche', named.id)).toBe(contributes ? 'write' : 'read')
        expect(await access(who, 'plan', hiddenPlan.id)).toBeNull()
        expect(
          await read(`{ fiche(uuid: "${named.id}") { viewerCanUpdate viewerCanDelete viewerCanManageAccess } }`, who),
        ).toBe(
          JSON.stringify({
            fiche: { viewerCanUpdate: contributes, viewerCanDelete: niveau === 'EDITER', viewerCanManageAccess: false },
          }),
        )
        expect(await ask(onFiche(named.id, who.beneficiaire, 'EDITER'), who.cookie)).toEqual({
          __typename: 'ForbiddenError',
          code: 'MANAGE_FICHE_ACCESS_FORBIDDEN',
        })
      })
    }
  }
})

describe('rights matrix: what a grant does not give', () => {
  it('to somebody of another collectivité: new people and new labels there', async () => {
    const { fiche, plan } = subject.plans.open
    const who = await grantee('une adresse ailleurs')
    await ask(onPlan(plan.id, who.beneficiaire, 'EDITER'), admin)
    const ficheId = gid('Fiche', fiche.id)
    const pilote = `addFichePilote(input: { ficheId: "${ficheId}", nom: "Personne de ce nom" })`
    expect(await ask(pilote, who.cookie)).toEqual({ __typename: 'ForbiddenError', code: 'CREATE_PERSONNE_FORBIDDEN' })
    const label = `addFicheLabel(input: { ficheId: "${ficheId}", genre: TAG, nom: "Eau" })`
    expect(await ask(label, who.cookie)).toEqual({ __typename: 'ForbiddenError', code: 'CREATE_LABEL_FORBIDDEN' })
    const preview = `{ placementPreview(ficheId: "${ficheId}", planId: "${gid('Plan', plan.id)}") { readersBefore } }`
    expect(await read(preview, who)).toBe('{"placementPreview":null}')
    const duplicate = `duplicatePlan(input: { planId: "${gid('Plan', plan.id)}", nom: "Copie" })`
    expect(await ask(duplicate, who.cookie)).toEqual({ __typename: 'ForbiddenError', code: 'CREATE_PLAN_FORBIDDEN' })
  })

  it('to an éditeur: a copy of a restricted plan', async () => {
    const { collectivite, plans } = subject
    const { user, viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const cookie = await app.signIn(user)
    const duplicate = `duplicatePlan(input: { planId: "${gid('Plan', plans.closed.plan.id)}", nom: "Copie" })`
    expect(await ask(duplicate, cookie)).toEqual({ __typename: 'NotFoundError', code: 'PLAN_NOT_FOUND' })
    const membreId = gid('Membre', viewer.memberships[0]?.membreId ?? '')
    await ask(onPlan(plans.closed.plan.id, `membreId: "${membreId}"`, 'LIRE'), admin)
    expect(await ask(duplicate, cookie)).toEqual({ __typename: 'ForbiddenError', code: 'MANAGE_PLAN_ACCESS_FORBIDDEN' })
    // Their role gives nothing where the plan is restricted: what they are granted does not make it count.
    expect(await access({ user, viewer }, 'plan', plans.closed.plan.id)).toBe('read')
    expect(await access({ user, viewer }, 'fiche', plans.closed.fiche.id)).toBe('read')
  })

  it('to whoever holds an address that they have not proved', async () => {
    const who = await grantee('une adresse ailleurs')
    await prisma.user.update({ where: { id: who.user.id }, data: { emailVerified: false } })
    await ask(onPlan(subject.plans.open.plan.id, who.beneficiaire, 'EDITER'), admin)
    expect(await access(who, 'plan', subject.plans.open.plan.id)).toBeNull()
  })
})

describe('rights matrix: who grants', () => {
  it('are the admins; to another, what may not be read is absent, and they see no list of grants', async () => {
    const { collectivite, plans, named } = subject
    const someone = 'email: "quelquun@exemple.fr"'
    const askers = {
      éditeur: await app.signIn((await make.membre({ collectivite, role: 'EDITEUR' })).user),
      ailleurs: await app.signIn((await make.membre({ role: 'ADMIN' })).user),
    }
    const acts = {
      grantPlanAccess: [onPlan(plans.open.plan.id, someone, 'LIRE'), 'MANAGE_PLAN_ACCESS_FORBIDDEN', 'PLAN_NOT_FOUND'],
      revokePlanAccess: [
        `revokePlanAccess(input: { planId: "${gid('Plan', plans.open.plan.id)}", octroiId: "x" })`,
        'MANAGE_PLAN_ACCESS_FORBIDDEN',
        'PLAN_NOT_FOUND',
      ],
      grantFicheAccess: [
        onFiche(plans.open.fiche.id, someone, 'LIRE'),
        'MANAGE_FICHE_ACCESS_FORBIDDEN',
        'FICHE_NOT_FOUND',
      ],
      revokeFicheAccess: [
        `revokeFicheAccess(input: { ficheId: "${gid('Fiche', plans.open.fiche.id)}", octroiId: "x" })`,
        'MANAGE_FICHE_ACCESS_FORBIDDEN',
        'FICHE_NOT_FOUND',
      ],
    } as const
    for (const [name, [act, forbidden, absent]] of Object.entries(acts)) {
      expect(await ask(act, askers.éditeur), name).toEqual({ __typename: 'ForbiddenError', code: forbidden })
      expect(await ask(act, askers.ailleurs), name).toEqual({ __typename: 'NotFoundError', code: absent })
    }
    expect(await ask(onFiche(named.id, someone, 'LIRE'), askers.éditeur)).toEqual({
      __typename: 'NotFoundError',
      code: 'FICHE_NOT_FOUND',
    })
    const list = `{ plan(uuid: "${plans.open.plan.id}") { octrois { id email niveau } } }`
    expect(await read(list, { cookie: askers.éditeur })).toBe('{"plan":{"octrois":[]}}')
    expect(await ask(onPlan(plans.open.plan.id, someone, 'LIRE'), admin)).toMatchObject({
      __typename: 'GrantPlanAccessSuccess',
    })
    expect(await read(list, { cookie: admin })).toContain('"email":"quelquun@exemple.fr","niveau":"LIRE"')
    const octroi = await prisma.octroi.findFirstOrThrow({
      where: { email: 'quelquun@exemple.fr', planId: plans.open.plan.id },
    })
    const node = `{ node(id: "${gid('Octroi', octroi.id)}") { ... on Octroi { email } } }`
    expect(await read(node, { cookie: admin })).toBe('{"node":{"email":"quelquun@exemple.fr"}}')
    for (const cookie of Object.values(askers)) expect(await read(node, { cookie })).toBe('{"node":null}')
  })
})
