import type { Collectivite, Service } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import type { Factories } from '../../../test/factories.ts'

/** Makes so many fiches of a service in a plan. */
async function fichesOf(
  make: Factories,
  {
    collectivite,
    service,
    count,
    isPublic = false,
  }: { collectivite: Collectivite; service: Service; count: number; isPublic?: boolean },
  publish: (planId: string) => Promise<unknown>,
) {
  const plan = await make.plan({ collectivite })
  if (isPublic) await publish(plan.id)
  const fiches = []
  for (let fiche = 0; fiche < count; fiche += 1) fiches.push(await make.fiche({ plan, services: [service] }))
  return { plan, fiches }
}

const SERVICES = '{ parService { service { nom } masque fichesCount budgets { montant } } }'

const servicesShape = z.object({
  counts: z.object({
    parService: z
      .array(z.object({ service: z.object({ nom: z.string() }).nullable(), fichesCount: z.int().nullable() }))
      .nullable(),
  }),
})

describe('aggregates', () => {
  it('are counted by as many statements, whatever there is', async ({ app, counted, make }) => {
    const collectivite = await make.collectivite()
    const { secret } = await make.apiKey({ collectivite })
    const query = `{ agregats { fichesCount indicateursCount parStatut { fichesCount } parThematique { thematique { nom } }
      parTypeDePlan { fichesCount } parCollectivite { collectivite { nom } } parMois { mois } parService { service { nom } } } }`
    await app.query({ query, apiKey: secret })
    const asked = async () => (await counted.statementsOf(() => app.query({ query, apiKey: secret }))).length
    const few = await asked()
    const services = [await make.service({ collectivite }), await make.service({ collectivite })]
    for (let plan = 0; plan < 3; plan += 1)
      for (let fiche = 0; fiche < 5; fiche += 1) await make.fiche({ plan: await make.plan({ collectivite }), services })
    expect(await asked()).toBe(few)
  })

  it('count what may be read, once each, without sous-actions, and add budgets up, never a total to its years', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const collectiviteId = collectivite.id
    const pcaet = await make.plan({ collectivite })
    const crte = await make.plan({ collectivite })
    await prisma.plan.update({ where: { id: crte.id }, data: { type: 'CRTE' } })
    const fiche = await make.fiche({ plan: pcaet, dateFin: new Date('2027-03-31') })
    await prisma.placement.create({ data: { ficheId: fiche.id, planId: crte.id, collectiviteId, position: 'a0' } })
    await prisma.fiche.create({ data: { collectiviteId, parentId: fiche.id, position: 'a0', titre: 'Sous-action' } })
    const { id: ficheId } = fiche
    await prisma.fiche.update({ where: { id: ficheId }, data: { statut: 'EN_COURS' } })
    await prisma.ficheThematique.create({ data: { ficheId, thematiqueCode: 'activites-economiques' } })
    const ligne = { ficheId, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'PREVISIONNEL' } as const
    await prisma.ligneBudget.createMany({
      data: [
        { ...ligne, montant: '100' },
        { ...ligne, annee: 2026, montant: '70' },
        { ...ligne, nature: 'REEL', annee: 2026, montant: '20.5' },
        { ...ligne, nature: 'REEL', annee: 2027, montant: '9.5' },
      ],
    })
    await make.fiche({ plan: pcaet })
    const restricted = await make.fiche({ plan: pcaet })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    await make.indicateur({ collectivite })
    const { secret } = await make.apiKey({ collectivite })
    const query = `{ agregats { fichesCount indicateursCount budgets { nature montant } parStatut { statut fichesCount }
      parThematique { thematique { code } fichesCount } parTypeDePlan { typeDePlan fichesCount budgets { nature montant } }
      parCollectivite { collectivite { siren } fichesCount } parMois { mois fichesCount } } }`
    const { data, errors } = await app.query({ query, apiKey: secret })
    expect(errors).toEqual([])
    const budgets = [
      { nature: 'PREVISIONNEL', montant: '100' },
      { nature: 'REEL', montant: '30' },
    ]
    expect(data).toEqual({
      agregats: {
        fichesCount: 2,
        indicateursCount: 1,
        budgets,
        parStatut: expect.arrayContaining([
          { statut: 'EN_COURS', fichesCount: 1 },
          { statut: null, fichesCount: 1 },
        ]),
        parThematique: expect.arrayContaining([{ thematique: { code: 'activites-economiques' }, fichesCount: 1 }]),
        parTypeDePlan: [
          { typeDePlan: 'PCAET', fichesCount: 2, budgets },
          { typeDePlan: 'CRTE', fichesCount: 1, budgets },
        ],
        parCollectivite: [{ collectivite: { siren: collectivite.siren }, fichesCount: 2 }],
        parMois: [
          { mois: '2027-03', fichesCount: 1 },
          { mois: null, fichesCount: 1 },
        ],
      },
    })
  })

  it('count for a key of everything what is restricted too, and for nobody what is published alone', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const open = await make.plan({ collectivite })
    await prisma.plan.update({ where: { id: open.id }, data: { visibilite: 'PUBLIC' } })
    await make.fiche({ plan: open })
    await make.fiche({ plan })
    const { id } = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id }, data: { restreinte: true } })
    const counted = async (field: string, scope: 'LIRE' | 'LIRE_TOUT' | 'PUBLIC' | null) => {
      const apiKey = scope && (await make.apiKey({ collectivite, scopes: [scope] })).secret
      const query = `{ counts: ${field}(siren: "${collectivite.siren}") { fichesCount } }`
      const { data } = await app.query({ query, apiKey })
      return z.object({ counts: z.object({ fichesCount: z.int() }) }).parse(data).counts.fichesCount
    }
    expect(await counted('agregats', 'LIRE')).toBe(2)
    expect(await counted('agregats', 'LIRE_TOUT')).toBe(3)
    expect(await counted('agregats', 'PUBLIC')).toBe(0)
    expect(await counted('agregats', null)).toBe(0)
    for (const scope of ['LIRE', 'PUBLIC', null] as const) expect(await counted('agregatsPublics', scope)).toBe(1)
  })

  it('keep back a service of less than five fiches, and another by which it would be found', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const service = async (nom: string) => make.service({ collectivite, nom })
    const [eau, voirie, culture] = [await service('Eau'), await service('Voirie'), await service('Culture')]
    const publish = (id: string) => prisma.plan.update({ where: { id }, data: { visibilite: 'PUBLIC' } })
    await fichesOf(make, { collectivite, service: eau, count: 2 }, publish)
    const { fiches } = await fichesOf(make, { collectivite, service: voirie, count: 6 }, publish)
    await fichesOf(make, { collectivite, service: culture, count: 8, isPublic: true }, publish)
    const [fiche] = fiches
    await prisma.ligneBudget.create({
      data: { ficheId: fiche?.id ?? '', type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', montant: '7' },
    })
    const { secret } = await make.apiKey({ collectivite })
    const { data } = await app.query({ query: `{ counts: agregats ${SERVICES} }`, apiKey: secret })
    expect(data).toEqual({
      counts: {
        parService: [
          { service: { nom: 'Culture' }, masque: false, fichesCount: 8, budgets: [] },
          { service: { nom: 'Eau' }, masque: true, fichesCount: null, budgets: null },
          { service: { nom: 'Voirie' }, masque: true, fichesCount: null, budgets: null },
        ],
      },
    })
  })

  it('keep back what the difference of what agents and what anybody are told would tell', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const service = async (nom: string) => make.service({ collectivite, nom })
    const [eau, voirie, culture] = [await service('Eau'), await service('Voirie'), await service('Culture')]
    const publish = (id: string) => prisma.plan.update({ where: { id }, data: { visibilite: 'PUBLIC' } })
    for (const [of, published, kept] of [
      [eau, 6, 2],
      [voirie, 7, 5],
      [culture, 8, 9],
    ] as const) {
      await fichesOf(make, { collectivite, service: of, count: published, isPublic: true }, publish)
      await fichesOf(make, { collectivite, service: of, count: kept }, publish)
    }
    const { secret } = await make.apiKey({ collectivite })
    const told = async (field: string) => {
      const { data } = await app.query({
        query: `{ counts: ${field}(siren: "${collectivite.siren}") ${SERVICES} }`,
        apiKey: secret,
      })
      return servicesShape.parse(data).counts.parService?.map(({ fichesCount }) => fichesCount)
    }
    // By name: culture, eau, voirie.
    expect(await told('agregatsPublics')).toEqual([8, 6, 7])
    expect(await told('agregats')).toEqual([17, null, null])
  })

  it('tell of no service when there is nothing to hide a small one among, nor of several collectivités at once', async ({
    app,
    make,
  }) => {
    const collectivite = await make.collectivite()
    await make.fiche({ plan: await make.plan({ collectivite }), services: [await make.service({ collectivite })] })
    const { secret } = await make.apiKey({ collectivite })
    const own = await app.query({ query: `{ counts: agregats ${SERVICES} }`, apiKey: secret })
    expect(own.data).toEqual({ counts: { parService: null } })
    const all = await app.query({ query: `{ counts: agregatsPublics ${SERVICES} }`, apiKey: secret })
    expect(all.data).toEqual({ counts: { parService: null } })
  })

  it('are counted among the fiches that meet all the conditions, by plans that may be read alone', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const collectiviteId = collectivite.id
    await prisma.collectivite.update({ where: { id: collectiviteId }, data: { type: 'METROPOLE' } })
    const [pcaet, hidden] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    await prisma.plan.update({ where: { id: hidden.id }, data: { type: 'CRTE', visibilite: 'RESTREINT' } })
    const [late, done] = [await make.fiche({ plan: pcaet }), await make.fiche({ plan: pcaet })]
    await prisma.placement.create({ data: { ficheId: late.id, planId: hidden.id, collectiviteId, position: 'a0' } })
    const dates = { dateFin: new Date('2027-03-31') }
    await prisma.fiche.update({ where: { id: late.id }, data: { statut: 'EN_COURS', ...dates } })
    await prisma.fiche.update({ where: { id: done.id }, data: { statut: 'REALISE' } })
    await prisma.ficheThematique.create({ data: { ficheId: late.id, thematiqueCode: 'activites-economiques' } })
    const indicateur = await make.indicateur({ collectivite })
    await make.indicateur({ collectivite })
    await prisma.ficheIndicateur.create({ data: { ficheId: late.id, indicateurId: indicateur.id, collectiviteId } })
    const { secret: apiKey } = await make.apiKey({ collectivite })
    const counted = async (where: string, apiKey_: string | null = apiKey) => {
      const query = `{ counts: agregats(where: { ${where} }) { fichesCount indicateursCount parService { masque }
        parTypeDeCollectivite { typeDeCollectivite fichesCount } } }`
      const { data, errors } = await app.query({ query, apiKey: apiKey_ })
      expect(errors).toEqual([])
      return JSON.parse(JSON.stringify(data)).counts
    }
    const met = (fichesCount: number, indicateursCount: number) => ({
      fichesCount,
      indicateursCount,
      // By one condition and without it, a small service would be a difference.
      parService: null,
      parTypeDeCollectivite: fichesCount > 0 ? [{ typeDeCollectivite: 'METROPOLE', fichesCount }] : [],
    })
    expect(await counted('statut: { in: [EN_COURS] }')).toEqual(met(1, 1))
    expect(await counted('thematique: { in: ["activites-economiques", "inconnue"] }')).toEqual(met(1, 1))
    expect(await counted('thematique: { isNull: true }')).toEqual(met(1, 0))
    expect(await counted('dateFin: { after: "2027-03-30", before: "2027-04-01" }')).toEqual(met(1, 1))
    expect(await counted('typeDeCollectivite: { in: [METROPOLE] }')).toEqual(met(2, 1))
    expect(await counted('typeDeCollectivite: { in: [COMMUNE] }')).toEqual(met(0, 0))
    expect(await counted('typeDePlan: { in: [PCAET] }, statut: { in: [REALISE] }')).toEqual(met(1, 0))
    expect(await counted('statut: { in: [REALISE] }, dateFin: { isNull: false }')).toEqual(met(0, 0))
    // A plan that is hidden holds nothing.
    expect(await counted('typeDePlan: { in: [CRTE] }')).toEqual(met(0, 0))
    const all = await make.apiKey({ collectivite, scopes: ['LIRE_TOUT'] })
    expect(await counted('typeDePlan: { in: [CRTE] }', all.secret)).toEqual(met(1, 1))
    expect(await counted('')).toMatchObject({ fichesCount: 2, indicateursCount: 2 })
  })

  it('tell of no service under any condition, even one that everything meets', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const services = [await make.service({ collectivite })]
    for (let fiche = 0; fiche < 6; fiche += 1) await make.fiche({ plan, services })
    const { secret: apiKey } = await make.apiKey({ collectivite })
    const told = async (where: string) => {
      const { data } = await app.query({ query: `{ counts: agregats(where: { ${where} }) ${SERVICES} }`, apiKey })
      return servicesShape.parse(data).counts.parService
    }
    expect(await told('')).toMatchObject([{ fichesCount: 6 }])
    for (const where of [
      'statut: { isNull: true }',
      'dateFin: { isNull: true }',
      'thematique: { isNull: true }',
      'typeDePlan: { in: [PCAET] }',
    ])
      expect(await told(where), where).toBeNull()
  })
})
