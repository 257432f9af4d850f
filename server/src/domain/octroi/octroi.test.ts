import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { deleteFiches } from '../corbeille/delete-fiches.ts'
import { restore } from '../corbeille/restore.ts'
import { duplicatePlan } from '../duplication/duplicate-plan.ts'
import { addFicheService } from '../fiche/sets/fiche-services.ts'
import { removeMembre } from '../membre/remove-membre.ts'
import { previewPlacement } from '../placement/preview-placement.ts'
import { readableFiches } from '../rights/readable.ts'
import { makeSousAction } from '../sous-action/make-sous-action.ts'
import { takeOutSousAction } from '../sous-action/take-out-sous-action.ts'
import type { Viewer } from '../viewer.ts'
import { grantAccess } from './grant-access.ts'
import { MAX_OCTROIS } from './octroi-rules.ts'
import { revokeAccess } from './revoke-access.ts'

async function world(make: Factories) {
  const collectivite = await make.collectivite()
  const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  return { collectivite, admin, plan, fiche }
}

const membreIdOf = (viewer: Viewer) => viewer.memberships[0]?.membreId ?? ''
const code = (expected: string) => expect.objectContaining({ code: expected })

async function mayRead(prisma: PrismaClient, viewer: Viewer, id: string): Promise<boolean> {
  return (await prisma.fiche.count({ where: { AND: [{ id }, readableFiches(viewer)] } })) > 0
}

describe('a grant', () => {
  it('is one per grantee: given again it is the same, at another level it is that one, taken back twice it is gone', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, admin, plan } = await world(make)
    const service = await make.service({ collectivite })
    const on = { planId: plan.id }
    const give = (niveau: 'LIRE' | 'EDITER') =>
      act(admin, (useCase) => grantAccess(useCase, { on, beneficiaire: { serviceId: service.id }, niveau }))
    await Promise.all([give('LIRE'), give('LIRE')])
    await give('EDITER')
    const octrois = await prisma.octroi.findMany({ where: on })
    expect(octrois).toMatchObject([{ serviceId: service.id, niveau: 'EDITER', createdById: admin.userId }])
    const octroiId = octrois[0]?.id ?? ''
    for (const _ of [1, 2]) await act(admin, (useCase) => revokeAccess(useCase, { on, octroiId }))
    expect(await prisma.octroi.count({ where: on })).toBe(0)
  })

  it('is of its plan alone: it is not taken back from another', async ({ make, prisma, act }) => {
    const { admin, plan, collectivite } = await world(make)
    const other = await make.plan({ collectivite })
    const beneficiaire = { email: 'awa@exemple.fr' }
    await act(admin, (useCase) => grantAccess(useCase, { on: { planId: plan.id }, beneficiaire, niveau: 'LIRE' }))
    const { id: octroiId } = await prisma.octroi.findFirstOrThrow({ where: { planId: plan.id } })
    await act(admin, (useCase) => revokeAccess(useCase, { on: { planId: other.id }, octroiId }))
    expect(await prisma.octroi.count({ where: { id: octroiId } })).toBe(1)
  })

  it('to an address is a member’s when it is theirs, and else is kept as it is, whether an account has it or not', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, admin, plan } = await world(make)
    const { user: colleague, viewer } = await make.membre({ collectivite })
    const { user: stranger } = await make.membre()
    const on = { planId: plan.id }
    for (const email of [colleague.email.toUpperCase(), ` ${stranger.email} `, 'personne@exemple.fr'])
      await act(admin, (useCase) => grantAccess(useCase, { on, beneficiaire: { email }, niveau: 'LIRE' }))
    const octrois = await prisma.octroi.findMany({ where: on, select: { membreId: true, email: true } })
    expect(new Set(octrois)).toEqual(
      new Set([
        { membreId: membreIdOf(viewer), email: null },
        { membreId: null, email: stranger.email },
        { membreId: null, email: 'personne@exemple.fr' },
      ]),
    )
  })

  it('names one member, service or address, of the collectivité where an id says so', async ({ make, act }) => {
    const { admin, plan, fiche } = await world(make)
    const [elsewhere, { viewer: stranger }] = [await make.service(), await make.membre()]
    const give = (beneficiaire: object) =>
      act(admin, (useCase) => grantAccess(useCase, { on: { planId: plan.id }, beneficiaire, niveau: 'LIRE' }))
    const issue = (expected: string) => ({ issues: [expect.objectContaining({ code: expected })] })
    await expect(give({})).rejects.toMatchObject(issue('BENEFICIAIRE_UNNAMED'))
    await expect(give({ email: 'a@exemple.fr', serviceId: elsewhere.id })).rejects.toMatchObject(
      issue('BENEFICIAIRE_UNNAMED'),
    )
    await expect(give({ email: 'personne' })).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(give({ serviceId: elsewhere.id })).rejects.toEqual(code('SERVICE_NOT_FOUND'))
    await expect(give({ membreId: membreIdOf(stranger) })).rejects.toEqual(code('MEMBRE_NOT_FOUND'))
    const siren = '000000000'
    await expect(give({ serviceAilleurs: { siren, nom: elsewhere.nom } })).rejects.toEqual(code('SERVICE_NOT_FOUND'))
    const parent = fiche.id
    const sousAction = await make.fiche({ plan })
    await act(admin, (useCase) => makeSousAction(useCase, { ficheId: sousAction.id, parentId: parent }))
    const on = { ficheId: sousAction.id }
    const beneficiaire = { email: 'a@exemple.fr' }
    await expect(act(admin, (useCase) => grantAccess(useCase, { on, beneficiaire, niveau: 'LIRE' }))).rejects.toEqual(
      code('SOUS_ACTION_FOLLOWS'),
    )
  })

  it(`is one of ${MAX_OCTROIS} on one thing`, async ({ make, prisma, act }) => {
    const { admin, plan, fiche, collectivite } = await world(make)
    const give = (on: { planId: string } | { ficheId: string }, email: string) =>
      act(admin, (useCase) => grantAccess(useCase, { on, beneficiaire: { email }, niveau: 'LIRE' }))
    await prisma.octroi.createMany({
      data: Array.from({ length: MAX_OCTROIS - 1 }, (_, at) => ({
        collectiviteId: collectivite.id,
        planId: plan.id,
        email: `${at}@exemple.fr`,
        niveau: 'LIRE' as const,
      })),
    })
    await give({ planId: plan.id }, 'dernier@exemple.fr')
    await expect(give({ planId: plan.id }, 'de-trop@exemple.fr')).rejects.toMatchObject({
      issues: [expect.objectContaining({ code: 'TOO_MANY_OCTROIS' })],
    })
    await give({ planId: plan.id }, 'dernier@exemple.fr')
    await give({ ficheId: fiche.id }, 'premier@exemple.fr')
    expect(await prisma.octroi.count({ where: { planId: plan.id } })).toBe(MAX_OCTROIS)
  })

  it('ends with the member, the service and the plan', async ({ make, prisma, act }) => {
    const { collectivite, admin, plan } = await world(make)
    const service = await make.service()
    const { viewer } = await make.membre({ collectivite })
    const row = { collectiviteId: collectivite.id, planId: plan.id, niveau: 'LIRE' as const }
    await prisma.octroi.createMany({
      data: [
        { ...row, membreId: membreIdOf(viewer) },
        { ...row, serviceId: service.id },
        { ...row, email: 'a@exemple.fr' },
      ],
    })
    await act(admin, (useCase) => removeMembre(useCase, membreIdOf(viewer)))
    expect(await prisma.octroi.count({ where: { planId: plan.id } })).toBe(2)
    await prisma.service.delete({ where: { id: service.id } })
    expect(await prisma.octroi.count({ where: { planId: plan.id } })).toBe(1)
    await prisma.plan.delete({ where: { id: plan.id } })
    expect(await prisma.octroi.count({ where: { planId: plan.id } })).toBe(0)
  })

  it('of the database is on one thing, to one grantee', async ({ make, prisma }) => {
    const { collectivite, plan, fiche } = await world(make)
    const row = { collectiviteId: collectivite.id, niveau: 'LIRE' as const }
    const two = { planId: plan.id, ficheId: fiche.id, email: 'a@exemple.fr' }
    for (const data of [
      two,
      { planId: plan.id },
      { email: 'a@exemple.fr' },
      { planId: plan.id, email: 'A@exemple.fr' },
    ])
      await expect(prisma.octroi.create({ data: { ...row, ...data } })).rejects.toThrow('octroi_')
  })
})

describe('what a fiche that is read by grant becomes', () => {
  it('a sous-action, follows its fiche: its own grants end; a fiche again, it keeps those of the fiche that it was of', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, admin, plan, fiche } = await world(make)
    const parent = await make.fiche({ plan })
    await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
    const [{ viewer: one }, { viewer: other }] = [
      await make.membre({ collectivite }),
      await make.membre({ collectivite }),
    ]
    const give = (ficheId: string, viewer: Viewer) =>
      act(admin, (useCase) =>
        grantAccess(useCase, { on: { ficheId }, beneficiaire: { membreId: membreIdOf(viewer) }, niveau: 'LIRE' }),
      )
    await give(fiche.id, one)
    await give(parent.id, other)
    const read = () => Promise.all([one, other].map((viewer) => mayRead(prisma, viewer, fiche.id)))
    expect(await read()).toEqual([true, false])
    await act(admin, (useCase) => makeSousAction(useCase, { ficheId: fiche.id, parentId: parent.id }))
    expect(await read()).toEqual([false, true])
    await act(admin, (useCase) => takeOutSousAction(useCase, fiche.id))
    expect(await read()).toEqual([false, true])
    expect(await mayRead(prisma, other, parent.id)).toBe(true)
  })

  it('in the corbeille, comes back by who is granted EDITER there, and by no other grantee', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, plan, fiche } = await world(make)
    await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
    const [{ viewer: editor }, { viewer: contributor }] = [
      await make.membre({ collectivite, role: 'LECTEUR' }),
      await make.membre({ collectivite, role: 'EDITEUR' }),
    ]
    const row = { collectiviteId: collectivite.id, planId: plan.id }
    await prisma.octroi.createMany({
      data: [
        { ...row, membreId: membreIdOf(editor), niveau: 'EDITER' },
        { ...row, membreId: membreIdOf(contributor), niveau: 'CONTRIBUER' },
      ],
    })
    await expect(act(contributor, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))).rejects.toEqual(
      code('DELETE_FICHE_FORBIDDEN'),
    )
    const suppressionIds = await act(editor, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
    await expect(act(contributor, (useCase) => restore(useCase, { suppressionIds }))).rejects.toEqual(
      code('SUPPRESSION_NOT_FOUND'),
    )
    await act(editor, (useCase) => restore(useCase, { suppressionIds }))
    expect(await mayRead(prisma, contributor, fiche.id)).toBe(true)
  })

  it('copied with its plan, is read by whom a restricted one is; no other copy is given to anybody', async ({
    make,
    prisma,
    act,
  }) => {
    const { collectivite, admin, plan, fiche } = await world(make)
    const restreinte = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: restreinte.id }, data: { restreinte: true } })
    const service = await make.service({ collectivite })
    const row = { collectiviteId: collectivite.id, serviceId: service.id, niveau: 'LIRE' as const }
    await prisma.octroi.createMany({
      data: [
        { ...row, planId: plan.id },
        { ...row, ficheId: fiche.id },
        { ...row, ficheId: restreinte.id },
      ],
    })
    const { planId } = await act(admin, (useCase) => duplicatePlan(useCase, { planId: plan.id, nom: 'Copie' }))
    const copies = await prisma.octroi.findMany({
      where: { OR: [{ planId }, { fiche: { placements: { some: { planId } } } }] },
      select: { niveau: true, serviceId: true, fiche: { select: { restreinte: true } } },
    })
    expect(copies).toEqual([{ niveau: 'LIRE', serviceId: service.id, fiche: { restreinte: true } }])
  })

  it('placed, is said to be read by the members whom grants name too', async ({ make, prisma, act }) => {
    const { collectivite, admin, plan, fiche } = await world(make)
    const other = await make.plan({ collectivite })
    await prisma.plan.updateMany({ where: { id: { in: [plan.id, other.id] } }, data: { visibilite: 'RESTREINT' } })
    const service = await make.service({ collectivite })
    await Promise.all([1, 2].map(() => make.membre({ collectivite, services: [service] })))
    const { viewer } = await make.membre({ collectivite })
    const give = (on: { planId: string } | { ficheId: string }, beneficiaire: object) =>
      act(admin, (useCase) => grantAccess(useCase, { on, beneficiaire, niveau: 'LIRE' }))
    await give({ planId: plan.id }, { membreId: membreIdOf(viewer) })
    await give({ planId: other.id }, { serviceId: service.id })
    await give({ planId: other.id }, { email: 'ailleurs@exemple.fr' })
    const preview = () => previewPlacement({ prisma, viewer: admin }, { ficheId: fiche.id, planId: other.id })
    expect(await preview()).toEqual({ before: 'ADMINS', after: 'ADMINS', readersBefore: 2, readersAfter: 4 })
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true } })
    expect(await preview()).toEqual({ before: 'PILOTES', after: 'PILOTES', readersBefore: 1, readersAfter: 1 })
    await give({ ficheId: fiche.id }, { serviceId: service.id })
    expect(await preview()).toEqual({ before: 'PILOTES', after: 'PILOTES', readersBefore: 3, readersAfter: 3 })
  })

  it('keeps its services within its collectivité, even for a grantee who is of both', async ({ make, prisma, act }) => {
    const { plan, fiche, collectivite } = await world(make)
    const elsewhere = await make.service()
    const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: elsewhere.collectiviteId } })
    const { viewer } = await make.membre({ collectivite: ailleurs, role: 'ADMIN', services: [elsewhere] })
    const row = { collectiviteId: collectivite.id, planId: plan.id, serviceId: elsewhere.id }
    await prisma.octroi.create({ data: { ...row, niveau: 'EDITER' } })
    await expect(
      act(viewer, (useCase) => addFicheService(useCase, { ficheId: fiche.id, serviceId: elsewhere.id })),
    ).rejects.toEqual(code('SERVICE_NOT_FOUND'))
  })
})
