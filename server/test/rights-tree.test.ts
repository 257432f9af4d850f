import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

// The rights matrix of the tree of a plan and of the corbeille: who may change what, and what the others are told.

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur du service', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]
const MEMBRES: readonly Who[] = WHO.slice(2)
const EDITORS: readonly Who[] = ['éditeur', 'admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let cookies: Record<Who, string | null>
let collectivite: Awaited<ReturnType<typeof make.collectivite>>
let service: Awaited<ReturnType<typeof make.service>>

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  collectivite = await make.collectivite()
  service = await make.service({ collectivite })
  const asker = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  const services = [service]
  cookies = {
    anonyme: null,
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur: await asker({ collectivite, role: 'LECTEUR', services }),
    'contributeur du service': await asker({ collectivite, role: 'CONTRIBUTEUR', services }),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
})

afterAll(() => app.close())

/** A plan of its own for each answer, since what is asked changes it. */
async function things() {
  const plan = await make.plan({ collectivite, nom: `Plan ${SECRET}` })
  const other = await make.plan({ collectivite })
  const axe = await make.axe({ plan, nom: `Axe ${SECRET}` })
  const fiche = await make.fiche({ axe, titre: `Fiche ${SECRET}`, services: [service] })
  const gone = await make.fiche({ axe, titre: `Supprimée ${SECRET}`, services: [service] })
  const suppression = await prisma.suppression.create({
    data: { collectiviteId: collectivite.id, kind: 'FICHE', objetId: gone.id, nom: `Ligne ${SECRET}` },
  })
  await prisma.fiche.update({ where: { id: gone.id }, data: { suppressionId: suppression.id } })
  const personne = await prisma.personne.findFirstOrThrow({ where: { collectiviteId: collectivite.id } })
  return {
    personne: encodeGlobalID('Personne', personne.id),
    siren: collectivite.siren,
    ficheUuid: gone.id,
    plan: encodeGlobalID('Plan', plan.id),
    other: encodeGlobalID('Plan', other.id),
    axe: encodeGlobalID('Axe', axe.id),
    fiche: encodeGlobalID('Fiche', fiche.id),
    placement: encodeGlobalID('Placement', fiche.placement.id),
    suppression: encodeGlobalID('Suppression', suppression.id),
  }
}
type About = Awaited<ReturnType<typeof things>>

async function ask(who: Who, query: string): Promise<unknown> {
  const { data, errors } = await app.query({ query, cookie: cookies[who] })
  expect(errors).toEqual([])
  return data
}

/** Each mutation, what it answers to who may read but not do it, and to who may not read. */
const WRITES: Record<string, { of: (about: About) => string; forbidden: string; absent: string }> = {
  createAxe: {
    of: ({ plan, axe }) => `createAxe(input: { planId: "${plan}", parentId: "${axe}", nom: "Nouveau" })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  renameAxe: {
    of: ({ axe }) => `renameAxe(input: { axeId: "${axe}", nom: "Autre" })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'AXE_NOT_FOUND',
  },
  moveAxes: {
    of: ({ plan, axe }) => `moveAxes(input: { planId: "${plan}", moves: [{ axeIds: ["${axe}"] }] })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  movePlacements: {
    of: ({ plan, placement }) =>
      `movePlacements(input: { planId: "${plan}", moves: [{ placementIds: ["${placement}"] }] })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  duplicatePlan: {
    of: ({ plan }) => `duplicatePlan(input: { planId: "${plan}", nom: "Copie" })`,
    forbidden: 'CREATE_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  duplicateFiche: {
    of: ({ plan, fiche }) => `duplicateFiche(input: { ficheId: "${fiche}", planId: "${plan}" })`,
    forbidden: 'CREATE_FICHE_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  updatePlan: {
    of: ({ plan }) => `updatePlan(input: { planId: "${plan}", niveaux: ["Défi"] })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  addPlanPilote: {
    of: ({ plan, personne }) => `addPlanPilote(input: { planId: "${plan}", personneId: "${personne}" })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  addPlanReferent: {
    of: ({ plan, personne }) => `addPlanReferent(input: { planId: "${plan}", personneId: "${personne}" })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  removePlanReferent: {
    of: ({ plan, personne }) => `removePlanReferent(input: { planId: "${plan}", personneId: "${personne}" })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  removePlanPilote: {
    of: ({ plan, personne }) => `removePlanPilote(input: { planId: "${plan}", personneId: "${personne}" })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  addPlacement: {
    of: ({ fiche, other }) => `addPlacement(input: { ficheId: "${fiche}", planId: "${other}" })`,
    forbidden: 'MOVE_FICHE_FORBIDDEN',
    absent: 'FICHE_NOT_FOUND',
  },
  removePlacement: {
    of: ({ placement }) => `removePlacement(input: { placementId: "${placement}" })`,
    forbidden: 'MOVE_FICHE_FORBIDDEN',
    absent: 'PLACEMENT_NOT_FOUND',
  },
  deletePlan: {
    of: ({ plan }) => `deletePlan(input: { planId: "${plan}" })`,
    forbidden: 'DELETE_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  deleteAxes: {
    of: ({ plan, axe }) => `deleteAxes(input: { planId: "${plan}", axeIds: ["${axe}"] })`,
    forbidden: 'EDIT_PLAN_FORBIDDEN',
    absent: 'PLAN_NOT_FOUND',
  },
  deleteFiches: {
    of: ({ fiche }) => `deleteFiches(input: { ficheIds: ["${fiche}"] })`,
    forbidden: 'DELETE_FICHE_FORBIDDEN',
    absent: 'FICHE_NOT_FOUND',
  },
}

describe('rights matrix: changing the tree', () => {
  for (const [name, { of, forbidden, absent }] of Object.entries(WRITES)) {
    for (const who of WHO) {
      it(`answers ${name} for: ${who}`, async () => {
        const data = await ask(who, `mutation { answer: ${of(await things())} { __typename ... on Error { code } } }`)
        const expected = EDITORS.includes(who)
          ? { __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Success` }
          : MEMBRES.includes(who)
            ? { __typename: 'ForbiddenError', code: forbidden }
            : { __typename: 'NotFoundError', code: absent }
        expect(data).toEqual({ answer: expected })
      })
    }
  }
})

describe('rights matrix: the corbeille', () => {
  for (const who of WHO) {
    const restores = EDITORS.includes(who)

    it(`${restores ? 'shows' : 'shows nothing of'} the corbeille to: ${who}`, async () => {
      const { siren, suppression } = await things()
      const line = 'nom auteur axesCount fichesCount'
      const listed = await ask(
        who,
        `{ collectivite(siren: "${siren}") { corbeille(first: 100) { edges { node { ${line} } } } } }`,
      )
      expect(JSON.stringify(listed).includes(SECRET)).toBe(restores)
      const node = await ask(who, `{ node(id: "${suppression}") { ... on Suppression { ${line} } } }`)
      expect(JSON.stringify(node).includes(SECRET)).toBe(restores)
    })

    it(`answers restore for: ${who}`, async () => {
      const { suppression } = await things()
      const data = await ask(
        who,
        `mutation { answer: restore(input: { suppressionIds: ["${suppression}"] }) { __typename ... on Error { code } } }`,
      )
      expect(data).toEqual({
        answer: restores
          ? { __typename: 'RestoreSuccess' }
          : { __typename: 'NotFoundError', code: 'SUPPRESSION_NOT_FOUND' },
      })
    })

    it(`shows nothing of what is in it, on the page of the plan or of the fiche, to: ${who}`, async () => {
      const { ficheUuid, plan } = await things()
      const data = await ask(
        who,
        `{ fiche(uuid: "${ficheUuid}") { titre }
           node(id: "${plan}") { ... on Plan { fichesCount placements(first: 9) { edges { node { fiche { titre } } } } } } }`,
      )
      expect(JSON.stringify(data)).not.toContain('Supprimée')
    })
  }
})

describe('rights matrix: previews', () => {
  for (const who of WHO) {
    it(`counts nothing that may not be read by: ${who}`, async () => {
      const { plan, axe, fiche, other } = await things()
      const data = await ask(
        who,
        `{ deletionPreview(ids: ["${plan}", "${axe}", "${fiche}"]) { axes fiches }
           placementPreview(ficheId: "${fiche}", planId: "${other}") { before after } }`,
      )
      expect(data).toEqual(
        MEMBRES.includes(who)
          ? { deletionPreview: { axes: 2, fiches: 1 }, placementPreview: { before: 'MEMBRES', after: 'MEMBRES' } }
          : { deletionPreview: { axes: 0, fiches: 0 }, placementPreview: null },
      )
    })
  }
})
