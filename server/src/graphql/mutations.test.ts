import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Role } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { Factories } from '../../test/factories.ts'
import type { GraphqlApp } from '../../test/graphql-app.ts'
import { graphqlTest as it } from '../../test/graphql-test.ts'

const CREATE_FICHE = `mutation ($input: CreateFicheInput!) {
  createFiche(input: $input) {
    __typename
    ... on Error { code message }
    ... on ValidationError { issues { code path } }
    ... on CreateFicheSuccess {
      placement { position axe { uuid } plan { uuid } }
      fiche {
        uuid titre statut priorite dateDebut dateFin viewerCanUpdate
        description descriptionMarkdown objectifs moyens financementsMarkdown
        services { nom } collectivite { siren }
      }
    }
  }
}`

const CREATE_PLAN = `mutation ($input: CreatePlanInput!) {
  createPlan(input: $input) {
    __typename
    ... on Error { code }
    ... on ValidationError { issues { code path } }
    ... on CreatePlanSuccess { plan { uuid nom type typeAutre description descriptionMarkdown collectivite { siren } viewerCanCreateFiche } }
  }
}`

async function member({ app, make }: { app: GraphqlApp; make: Factories }, role: Role = 'EDITEUR') {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite, nom: 'Direction de l’eau' })
  const plan = await make.plan({ collectivite })
  const { user } = await make.membre({ collectivite, role, services: [service] })
  return { collectivite, service, plan, planId: encodeGlobalID('Plan', plan.id), user, cookie: await app.signIn(user) }
}

describe('createFiche', () => {
  it('creates a fiche with its place, fields, services and texts, which read back', async ({ app, make, prisma }) => {
    const { collectivite, service, plan, planId, cookie, user } = await member({ app, make })
    const axe = await make.axe({ plan })
    const before = await make.fiche({ axe })
    const input = {
      planId,
      axeId: encodeGlobalID('Axe', axe.id),
      titre: '  Désimperméabiliser\nla cour ',
      descriptionMarkdown: '## Pourquoi\n\nLa cour **brûle** en été.',
      objectifsMarkdown: '- un\n- deux',
      statut: 'EN_COURS',
      priorite: 'ELEVE',
      dateDebut: '2026-09-01',
      dateFin: '2026-09-01',
      serviceIds: [encodeGlobalID('Service', service.id)],
    }
    const { data, errors } = await app.query({ query: CREATE_FICHE, variables: { input }, cookie })
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      createFiche: {
        __typename: 'CreateFicheSuccess',
        placement: { axe: { uuid: axe.id }, plan: { uuid: plan.id } },
        fiche: {
          titre: 'Désimperméabiliser la cour',
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          dateDebut: '2026-09-01',
          dateFin: '2026-09-01',
          viewerCanUpdate: true,
          description: 'Pourquoi\nLa cour brûle en été.',
          descriptionMarkdown: expect.stringMatching(/^## Pourquoi\n\nLa cour \*\*brûle\*\* en été\.$/),
          objectifs: '- un\n- deux',
          moyens: '',
          financementsMarkdown: '',
          services: [{ nom: 'Direction de l’eau' }],
          collectivite: { siren: collectivite.siren },
        },
      },
    })
    const { createFiche } = z
      .object({
        createFiche: z.object({ fiche: z.object({ uuid: z.string() }), placement: z.object({ position: z.string() }) }),
      })
      .parse(data)
    expect(createFiche.placement.position > before.placement.position).toBe(true)
    const stored = await prisma.fiche.findUniqueOrThrow({
      where: { id: createFiche.fiche.uuid },
      include: { document: true },
    })
    expect(stored).toMatchObject({ createdById: user.id, document: { kind: 'FICHE' } })
  })

  it('answers each refusal by its type and stable code, and writes nothing', async ({ app, make, prisma }) => {
    const { plan, planId, cookie, collectivite } = await member({ app, make })
    const elsewhere = await make.axe({ plan: await make.plan({ collectivite }) })
    const refusals: [Record<string, unknown>, object][] = [
      [
        { titre: 'a'.repeat(301) },
        {
          __typename: 'ValidationError',
          code: 'VALIDATION',
          issues: [{ code: 'TITRE_TOO_LONG', path: ['fiches', '0', 'titre'] }],
        },
      ],
      [{ titre: '' }, { __typename: 'ValidationError', issues: [{ code: 'TITRE_EMPTY' }] }],
      [
        { dateDebut: '2026-02-01', dateFin: '2026-01-31' },
        { __typename: 'ValidationError', issues: [{ code: 'DATES_REVERSED' }] },
      ],
      [
        { descriptionMarkdown: 'a'.repeat(100_001) },
        { __typename: 'ValidationError', issues: [{ code: 'TEXTE_TOO_LONG' }] },
      ],
      [{ planId: 'rien' }, { __typename: 'NotFoundError', code: 'PLAN_NOT_FOUND' }],
      [{ planId: encodeGlobalID('Axe', plan.id) }, { __typename: 'NotFoundError', code: 'PLAN_NOT_FOUND' }],
      [{ axeId: encodeGlobalID('Axe', elsewhere.id) }, { __typename: 'NotFoundError', code: 'AXE_NOT_FOUND' }],
    ]
    for (const [change, expected] of refusals) {
      const { data, errors } = await app.query({
        query: CREATE_FICHE,
        variables: { input: { planId, titre: 'Refusée', ...change } },
        cookie,
      })
      expect(errors).toEqual([])
      expect(data).toMatchObject({ createFiche: expected })
    }
    expect(await prisma.fiche.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
  })

  for (const role of ['LECTEUR', 'CONTRIBUTEUR'] as const) {
    it(`forbids it to a ${role}, who may read the plan`, async ({ app, make }) => {
      const { planId, cookie } = await member({ app, make }, role)
      const { data } = await app.query({
        query: CREATE_FICHE,
        variables: { input: { planId, titre: 'Refusée' } },
        cookie,
      })
      expect(data).toMatchObject({ createFiche: { __typename: 'ForbiddenError', code: 'CREATE_FICHE_FORBIDDEN' } })
    })
  }

  it('answers a caller who asks for __typename only, or for one half of the payload', async ({ app, make }) => {
    const { planId, cookie } = await member({ app, make })
    for (const selection of [
      '__typename',
      '... on CreateFicheSuccess { fiche { __typename } }',
      '... on CreateFicheSuccess { placement { __typename } }',
    ]) {
      const query = `mutation ($input: CreateFicheInput!) { createFiche(input: $input) { ${selection} } }`
      const { data, errors } = await app.query({ query, variables: { input: { planId, titre: 'Brève' } }, cookie })
      expect(errors).toEqual([])
      expect(JSON.stringify(data)).toContain('"__typename":')
    }
  })

  it('gives ten fiches created at once ten places of their own, in one order for everyone', async ({
    app,
    make,
    prisma,
  }) => {
    const { plan, planId, cookie } = await member({ app, make })
    const titres = Array.from({ length: 10 }, (_, index) => `Fiche ${index}`)
    const answers = await Promise.all(
      titres.map((titre) => app.query({ query: CREATE_FICHE, variables: { input: { planId, titre } }, cookie })),
    )
    for (const { data } of answers) expect(data).toMatchObject({ createFiche: { __typename: 'CreateFicheSuccess' } })
    const places = await prisma.placement.findMany({ where: { planId: plan.id } })
    expect(new Set(places.map(({ position }) => position)).size).toBe(10)
  })
})

describe('createPlan', () => {
  it('creates a plan with its live description', async ({ app, make }) => {
    const { collectivite, cookie } = await member({ app, make })
    const input = {
      collectiviteId: encodeGlobalID('Collectivite', collectivite.id),
      nom: ' Plan vélo ',
      type: 'AUTRE',
      typeAutre: 'Schéma cyclable',
      descriptionMarkdown: 'Rouler *mieux*.',
    }
    const { data, errors } = await app.query({ query: CREATE_PLAN, variables: { input }, cookie })
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      createPlan: {
        __typename: 'CreatePlanSuccess',
        plan: {
          nom: 'Plan vélo',
          type: 'AUTRE',
          typeAutre: 'Schéma cyclable',
          description: 'Rouler mieux.',
          collectivite: { siren: collectivite.siren },
          viewerCanCreateFiche: true,
        },
      },
    })
  })

  it('forbids it to a contributeur, and refuses a type that is not named', async ({ app, make }) => {
    const { collectivite, cookie } = await member({ app, make }, 'CONTRIBUTEUR')
    const input = { collectiviteId: encodeGlobalID('Collectivite', collectivite.id), nom: 'Plan', type: 'PCAET' }
    expect((await app.query({ query: CREATE_PLAN, variables: { input }, cookie })).data).toMatchObject({
      createPlan: { __typename: 'ForbiddenError', code: 'CREATE_PLAN_FORBIDDEN' },
    })
    expect(
      (await app.query({ query: CREATE_PLAN, variables: { input: { ...input, type: 'AUTRE' } }, cookie })).data,
    ).toMatchObject({
      createPlan: { __typename: 'ValidationError', issues: [{ code: 'TYPE_AUTRE_MISMATCH', path: ['typeAutre'] }] },
    })
  })
})
