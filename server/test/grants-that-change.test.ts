import { describe, expect } from 'vitest'
import { createChangeBus, type PublishedChange } from '../src/bus/change-bus.ts'
import { inTransaction } from '../src/bus/in-transaction.ts'
import { deleteAxes } from '../src/domain/corbeille/delete-axes.ts'
import { deletePlan } from '../src/domain/corbeille/delete-plan.ts'
import { grantAccess } from '../src/domain/octroi/grant-access.ts'
import { revokeAccess } from '../src/domain/octroi/revoke-access.ts'
import { removePlacement } from '../src/domain/placement/remove-placement.ts'
import { readableFiches } from '../src/domain/rights/readable.ts'
import type { UseCase } from '../src/domain/use-case.ts'
import { storedLiveText } from '../src/exchange/stored-live-text.ts'
import { domainTest as it } from './domain-test.ts'
import type { Factories } from './factories.ts'

async function world(make: Factories) {
  const collectivite = await make.collectivite()
  const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  return { collectivite, admin, plan, fiche }
}

describe('a grant that changes', () => {
  it('has those whom it names judged again when it is given, changed and taken back: a member, those of a service, the account of an address', async ({
    make,
    prisma,
  }) => {
    const { collectivite, admin, plan, fiche } = await world(make)
    const service = await make.service()
    const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: service.collectiviteId } })
    const membres = await Promise.all([1, 2].map(() => make.membre({ collectivite: ailleurs, services: [service] })))
    const { viewer: colleague } = await make.membre({ collectivite })
    const { user: stranger } = await make.membre()
    const bus = createChangeBus()
    const judged: string[][] = []
    const told: PublishedChange[] = []
    bus.onRights(({ userIds = [] }) => judged.push([...userIds].toSorted()))
    bus.onChange(`plan/${plan.id}`, (change) => told.push(change))
    bus.onChange(`fiche/${fiche.id}`, (change) => told.push(change))
    const act = (run: (useCase: UseCase) => Promise<unknown>) =>
      inTransaction({ prisma, viewer: admin, liveText: storedLiveText, bus }, run)
    const cases = [
      [{ membreId: colleague.memberships[0]?.membreId ?? '' }, [colleague.userId]],
      [{ serviceAilleurs: { siren: ailleurs.siren, nom: service.nom } }, membres.map(({ user }) => user.id).toSorted()],
      [{ email: stranger.email }, [stranger.id]],
    ] as const
    for (const on of [{ planId: plan.id }, { ficheId: fiche.id }])
      for (const [beneficiaire, userIds] of cases) {
        judged.length = 0
        told.length = 0
        await act((useCase) => grantAccess(useCase, { on, beneficiaire, niveau: 'LIRE' }))
        await act((useCase) => grantAccess(useCase, { on, beneficiaire, niveau: 'LIRE' }))
        await act((useCase) => grantAccess(useCase, { on, beneficiaire, niveau: 'EDITER' }))
        const { id } = await prisma.octroi.findFirstOrThrow({ where: on, orderBy: { createdAt: 'desc' } })
        await act((useCase) => revokeAccess(useCase, { on, octroiId: id }))
        expect(judged).toEqual([userIds, userIds, userIds])
        expect(told).toMatchObject(Array.from({ length: 3 }, () => ({ fields: ['octrois'] })))
      }
  })

  it('goes with a place, an axe or the plan, and closes the fiche to who had it open by it, with its sous-actions', async ({
    make,
    prisma,
  }) => {
    const { collectivite, admin, plan } = await world(make)
    const closed = await make.plan({ collectivite })
    await prisma.plan.updateMany({ where: { id: { in: [plan.id, closed.id] } }, data: { visibilite: 'RESTREINT' } })
    const { viewer } = await make.membre({ role: 'LECTEUR', services: [] })
    const row = { collectiviteId: collectivite.id, planId: plan.id, niveau: 'LIRE' as const }
    await prisma.octroi.create({ data: { ...row, email: viewer.email } })
    const grantee = { ...viewer, grantee: { membreIds: [], serviceIds: [], emails: [viewer.email] } }
    const mayRead = async (id: string) =>
      (await prisma.fiche.count({ where: { AND: [{ id }, readableFiches(grantee)] } })) > 0
    const axe = await make.axe({ plan })
    const bus = createChangeBus()
    const judged = new Set<string>()
    bus.onRights(({ fiches = [] }) => fiches.forEach((id) => judged.add(id)))
    const act = (run: (useCase: UseCase) => Promise<unknown>) =>
      inTransaction({ prisma, viewer: admin, liveText: storedLiveText, bus }, run)
    const takeOut = {
      'a place': (id: string) => act((useCase) => removePlacement(useCase, id)),
      'an axe': () => act((useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] })),
      'the plan': () => act((useCase) => deletePlan(useCase, plan.id)),
    }
    for (const [name, run] of Object.entries(takeOut)) {
      const fiche = await make.fiche(name === 'the plan' ? { plan } : { axe })
      const { id: ficheId, collectiviteId } = fiche
      await prisma.placement.create({ data: { ficheId, planId: closed.id, collectiviteId, position: 'a' } })
      const sousAction = await prisma.fiche.create({ data: { collectiviteId, parentId: ficheId, position: 'a' } })
      expect(await mayRead(sousAction.id), name).toBe(true)
      await run(fiche.placement.id)
      expect(await mayRead(sousAction.id), name).toBe(false)
      expect([judged.has(ficheId), judged.has(sousAction.id)], name).toEqual([true, true])
    }
  })
})
