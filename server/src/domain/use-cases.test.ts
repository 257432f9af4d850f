import { describe, expect } from 'vitest'
import { domainTest as it } from '../../test/domain-test.ts'
import { createAxes } from './axe/create-axes.ts'
import { ForbiddenError, NotFoundError, ValidationError } from './errors.ts'
import { createFiches } from './fiche/create-fiches.ts'
import { findOrCreateServices } from './service/find-or-create-services.ts'

describe('createAxes', () => {
  it('creates sub-trees after what is there, in order, and answers their ids in the same shape', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const first = await make.axe({ plan })
    const { viewer } = await make.membre({ collectivite })
    const tree = await act(viewer, (useCase) =>
      createAxes(useCase, {
        planId: plan.id,
        parentId: null,
        axes: [{ nom: ' Eau ', enfants: [{ nom: 'Ressource' }, { nom: 'Réseaux' }] }, { nom: 'Air' }],
      }),
    )
    const axes = await prisma.axe.findMany({
      where: { planId: plan.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const [eau, air] = tree
    expect(axes.filter(({ parentId }) => parentId === null).map(({ id }) => id)).toEqual([first.id, eau?.id, air?.id])
    expect(axes.filter(({ parentId }) => parentId === eau?.id).map(({ id, nom }) => [id, nom])).toEqual([
      [eau?.enfants[0]?.id, 'Ressource'],
      [eau?.enfants[1]?.id, 'Réseaux'],
    ])
    expect(axes.find(({ id }) => id === eau?.id)?.nom).toBe('Eau')
  })

  it('refuses a parent of another plan, a name without a word, and who may only read', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const elsewhere = await make.axe({ plan: await make.plan({ collectivite }) })
    const { viewer } = await make.membre({ collectivite })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    const axes = [{ nom: 'Eau' }]
    await expect(
      act(viewer, (useCase) => createAxes(useCase, { planId: plan.id, parentId: elsewhere.id, axes })),
    ).rejects.toThrow(NotFoundError)
    await expect(
      act(viewer, (useCase) =>
        createAxes(useCase, { planId: plan.id, parentId: null, axes: [{ nom: 'Eau', enfants: [{ nom: ' ' }] }] }),
      ),
    ).rejects.toThrow(ValidationError)
    await expect(
      act(contributeur, (useCase) => createAxes(useCase, { planId: plan.id, parentId: null, axes })),
    ).rejects.toThrow(ForbiddenError)
    expect(await prisma.axe.count({ where: { planId: plan.id } })).toBe(0)
  })

  it('gives axes created at once by several people places of their own', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        act(viewer, (useCase) =>
          createAxes(useCase, { planId: plan.id, parentId: null, axes: [{ nom: `Axe ${index}` }] }),
        ),
      ),
    )
    const axes = await prisma.axe.findMany({ where: { planId: plan.id } })
    expect(new Set(axes.map(({ position }) => position)).size).toBe(8)
  })
})

describe('createFiches', () => {
  it('creates two hundred fiches in as many statements as two, each in its axe and in order', async ({
    make,
    prisma,
    counted,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const axe = await make.axe({ plan })
    const service = await make.service({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const fiches = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        axeId: index % 2 ? axe.id : null,
        titre: `Fiche ${index}`,
        serviceIds: [service.id],
        textes: { description: [{ insert: `Description ${index}\n` }] },
      }))
    const small = await counted.statementsOf(() =>
      act(viewer, (useCase) => createFiches(useCase, { planId: plan.id, fiches: fiches(2) })),
    )
    const large = await counted.statementsOf(() =>
      act(viewer, (useCase) => createFiches(useCase, { planId: plan.id, fiches: fiches(200) })),
    )
    expect(large.length).toBe(small.length)

    const places = await prisma.placement.findMany({
      where: { planId: plan.id, axeId: axe.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      include: { fiche: { include: { textes: { where: { field: 'description' } }, services: true } } },
    })
    expect(places.map(({ fiche }) => fiche.titre)).toEqual([
      'Fiche 1',
      ...Array.from({ length: 100 }, (_, index) => `Fiche ${2 * index + 1}`),
    ])
    expect(places.at(-1)?.fiche).toMatchObject({
      textes: [{ plain: 'Description 199' }],
      services: [{ serviceId: service.id }],
    })
  })

  it('keeps nothing when what follows in the same transaction fails', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const failing = act(viewer, async (useCase) => {
      await createFiches(useCase, { planId: plan.id, fiches: [{ axeId: null, titre: 'Une' }] })
      throw new Error('what follows in the same transaction fails')
    })
    await expect(failing).rejects.toThrow('what follows')
    expect(await prisma.fiche.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
  })

  it('refuses a service of another collectivité', async ({ make, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { id } = await make.service()
    const { viewer } = await make.membre({ collectivite })
    await expect(
      act(viewer, (useCase) =>
        createFiches(useCase, { planId: plan.id, fiches: [{ axeId: null, titre: 'Une', serviceIds: [id] }] }),
      ),
    ).rejects.toThrow(NotFoundError)
  })
})

describe('findOrCreateServices', () => {
  it('finds services whatever their accents, case and spaces, and creates the others once', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const eau = await make.service({ collectivite, nom: 'Direction de l’Eau' })
    const { viewer } = await make.membre({ collectivite })
    const noms = ["DIRECTION  de l'eau", 'Énergie', 'energie']
    const { idByNom, created } = await act(viewer, (useCase) =>
      findOrCreateServices(useCase, { collectiviteId: collectivite.id, noms }),
    )
    expect(idByNom.get("direction de l'eau")).toBe(eau.id)
    expect([...created]).toEqual(['energie'])
    expect(await prisma.service.count({ where: { collectiviteId: collectivite.id } })).toBe(2)
  })

  it('creates a service once when two people import it at once', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite })
    const [one, two] = await Promise.all(
      [0, 1].map(() =>
        act(viewer, (useCase) => findOrCreateServices(useCase, { collectiviteId: collectivite.id, noms: ['Culture'] })),
      ),
    )
    expect(one?.idByNom.get('culture')).toBe(two?.idByNom.get('culture'))
    expect(await prisma.service.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })

  it('lets a contributeur find, and forbids them to create', async ({ make, act }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite, nom: 'Culture' })
    const { viewer } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    const find = (noms: string[]) =>
      act(viewer, (useCase) => findOrCreateServices(useCase, { collectiviteId: collectivite.id, noms }))
    expect((await find(['culture'])).idByNom.get('culture')).toBe(service.id)
    await expect(find(['Voirie'])).rejects.toThrow(ForbiddenError)
  })
})
