import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { recorded } from '../../../test/recorded.ts'
import { createService } from './create-service.ts'
import { deleteService } from './delete-service.ts'
import { mergeServices } from './merge-services.ts'
import { renameService } from './rename-service.ts'

async function setUp({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const collectiviteId = collectivite.id
  const plan = await make.plan({ collectivite })
  const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
  const service = (nom: string) => make.service({ collectivite, nom })
  const pilotedBy = async (ficheId: string) =>
    (await prisma.ficheService.findMany({ where: { ficheId }, include: { service: true } }))
      .map((one) => one.service.nom)
      .toSorted()
  return { collectivite, collectiviteId, plan, viewer, service, pilotedBy }
}

describe('creating a service', () => {
  it('takes a name that no other has, accents and case apart', async ({ act, make, prisma }) => {
    const { collectiviteId, viewer } = await setUp({ make, prisma })
    const create = (nom: string) => act(viewer, (useCase) => createService(useCase, { collectiviteId, nom }))
    const { serviceId } = await create('  Direction de  l’Eau ')
    expect(await prisma.service.findUnique({ where: { id: serviceId } })).toMatchObject({ nom: 'Direction de l’Eau' })
    await expect(create("DIRECTION DE L'EAU")).rejects.toMatchObject({ code: 'SERVICE_EXISTS' })
    await expect(create("DIRECTION DE L'EAU")).rejects.toThrow('« Direction de l’Eau » existe déjà')
    await expect(create(' ')).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('is for admins, though an import of an éditeur creates those that it names', async ({ act, make, prisma }) => {
    const { collectivite, collectiviteId } = await setUp({ make, prisma })
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const create = act(viewer, (useCase) => createService(useCase, { collectiviteId, nom: 'Eau' }))
    await expect(create).rejects.toMatchObject({ code: 'MANAGE_SERVICES_FORBIDDEN' })
  })

  it('by two at once creates it once, and tells the other', async ({ act, make, prisma }) => {
    const { collectiviteId, viewer } = await setUp({ make, prisma })
    const create = () => act(viewer, (useCase) => createService(useCase, { collectiviteId, nom: 'Eau' }))
    const outcomes = await Promise.allSettled([create(), create()])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'SERVICE_EXISTS' } })
    expect(await prisma.service.count({ where: { collectiviteId } })).toBe(1)
  })
})

describe('renaming a service', () => {
  it('shows its new name on the fiches that it pilots, and tells each', async ({ act, make, prisma }) => {
    const { plan, viewer, service, pilotedBy } = await setUp({ make, prisma })
    const eau = await service('Eau')
    const fiche = await make.fiche({ plan, services: [eau] })
    const told = recorded()
    await act(viewer, (useCase) => renameService(told.in(useCase), { serviceId: eau.id, nom: 'Cycle de l’eau' }))
    expect(await pilotedBy(fiche.id)).toEqual(['Cycle de l’eau'])
    expect(told.fields()).toEqual(['services'])
  })

  it('corrects the case of its own name, and refuses that of another', async ({ act, make, prisma }) => {
    const { viewer, service } = await setUp({ make, prisma })
    const { id: serviceId } = await service('eau')
    await service('Voirie')
    const rename = (nom: string) => act(viewer, (useCase) => renameService(useCase, { serviceId, nom }))
    await rename('EAU')
    await expect(rename('VOIRIE')).rejects.toMatchObject({ code: 'SERVICE_EXISTS' })
  })
})

describe('merging services', () => {
  it('gives the one that stays their members, fiches and invitations, each once', async ({ act, make, prisma }) => {
    const { collectivite, collectiviteId, plan, viewer, service, pilotedBy } = await setUp({ make, prisma })
    const [into, a, b] = [await service('Eau'), await service('L’eau'), await service('Eaux')]
    const apart = await service('Voirie')
    const both = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [into, a] })
    const one = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [a, b, apart] })
    const fiches = [
      await make.fiche({ plan, services: [a] }),
      await make.fiche({ plan, services: [into, a, b, apart] }),
      await make.fiche({ plan, services: [apart] }),
    ] as const
    const invitation = await prisma.invitation.create({
      data: {
        collectiviteId,
        email: 'awa@exemple.fr',
        role: 'LECTEUR',
        tokenHash: 'a'.repeat(64),
        expiresAt: new Date(Date.now() + 1000),
        services: { create: { serviceId: b.id } },
      },
    })
    const told = recorded()
    const merged = await act(viewer, (useCase) =>
      mergeServices(told.in(useCase), { intoId: into.id, serviceIds: [a.id, b.id, into.id] }),
    )
    expect(merged).toEqual({ serviceId: into.id, fichesCount: 2 })
    expect(await Promise.all(fiches.map(({ id }) => pilotedBy(id)))).toEqual([['Eau'], ['Eau', 'Voirie'], ['Voirie']])
    const membres = await prisma.membreService.findMany({ where: { serviceId: into.id } })
    expect(membres).toHaveLength(2)
    expect(await prisma.invitationService.findMany({ where: { invitationId: invitation.id } })).toMatchObject([
      { serviceId: into.id },
    ])
    expect(await prisma.service.count({ where: { id: { in: [a.id, b.id] } } })).toBe(0)
    expect(told.fields()).toEqual(['services', 'services'])
    expect(told.rights.flatMap(({ userIds }) => userIds ?? []).toSorted()).toEqual(
      [both.user.id, one.user.id].toSorted(),
    )
  })

  it('keeps what is given to each, by others too, at the highest level', async ({ act, make, prisma }) => {
    const { collectiviteId, plan, viewer, service } = await setUp({ make, prisma })
    const [into, a] = [await service('Eau'), await service('L’eau')]
    const elsewhere = await make.plan()
    await prisma.octroi.createMany({
      data: [
        { collectiviteId, planId: plan.id, serviceId: into.id, niveau: 'LIRE' },
        { collectiviteId, planId: plan.id, serviceId: a.id, niveau: 'EDITER' },
        { collectiviteId: elsewhere.collectiviteId, planId: elsewhere.id, serviceId: a.id, niveau: 'COMMENTER' },
      ],
    })
    await act(viewer, (useCase) => mergeServices(useCase, { intoId: into.id, serviceIds: [a.id] }))
    const octrois = await prisma.octroi.findMany({ where: { serviceId: into.id } })
    expect(new Map(octrois.map(({ planId, niveau }) => [planId, niveau]))).toEqual(
      new Map([
        [plan.id, 'EDITER'],
        [elsewhere.id, 'COMMENTER'],
      ]),
    )
  })

  it('is of one collectivité, of services that are there', async ({ act, make, prisma }) => {
    const { viewer, service } = await setUp({ make, prisma })
    const into = await service('Eau')
    const foreign = await make.service()
    const merge = (...serviceIds: string[]) =>
      act(viewer, (useCase) => mergeServices(useCase, { intoId: into.id, serviceIds }))
    await expect(merge(foreign.id)).rejects.toMatchObject({ code: 'SERVICE_NOT_FOUND' })
    await expect(merge(crypto.randomUUID())).rejects.toMatchObject({ code: 'SERVICE_NOT_FOUND' })
    await expect(merge()).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('of two collectivités is refused to who manages both', async ({ act, make, prisma }) => {
    const { viewer, service } = await setUp({ make, prisma })
    const other = await setUp({ make, prisma })
    const [into, from] = [await service('Eau'), await other.service('Eau')]
    const memberships = [...viewer.memberships, ...other.viewer.memberships]
    const merge = act({ ...viewer, memberships }, (useCase) =>
      mergeServices(useCase, { intoId: into.id, serviceIds: [from.id] }),
    )
    await expect(merge).rejects.toMatchObject({ code: 'SERVICES_OF_TWO' })
  })
})

describe('deleting a service', () => {
  it('says what still names it, and takes away one that nothing names', async ({ act, make, prisma }) => {
    const { collectivite, plan, viewer, service } = await setUp({ make, prisma })
    const [eau, vide] = [await service('Eau'), await service('Vide')]
    await make.membre({ collectivite, services: [eau] })
    await make.fiche({ plan, services: [eau] })
    await make.fiche({ plan, services: [eau] })
    const remove = (id: string) => act(viewer, (useCase) => deleteService(useCase, id))
    await expect(remove(eau.id)).rejects.toMatchObject({ code: 'SERVICE_USED' })
    await expect(remove(eau.id)).rejects.toThrow('1 membre, 2 fiches (corbeille comprise)')
    expect(await remove(vide.id)).toEqual({ collectiviteId: collectivite.id })
    await expect(remove(vide.id)).rejects.toMatchObject({ code: 'SERVICE_NOT_FOUND' })
  })
})
