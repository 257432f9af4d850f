import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../../test/domain-test.ts'
import type { Factories } from '../../../../test/factories.ts'
import { recorded } from '../../../../test/recorded.ts'
import { addFichePersonne, removeFichePersonne } from './fiche-personnes.ts'
import { addFicheService, removeFicheService } from './fiche-services.ts'

/** A service with one member of each role, and an admin who acts. */
async function setUp(make: Factories) {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  const of = async (role: 'LECTEUR' | 'CONTRIBUTEUR' | 'EDITEUR' | 'ADMIN') =>
    (await make.membre({ collectivite, role, services: [service] })).user.id
  const userIds = {
    lecteur: await of('LECTEUR'),
    contributeur: await of('CONTRIBUTEUR'),
    editeur: await of('EDITEUR'),
    admin: await of('ADMIN'),
  }
  await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [await make.service({ collectivite })] })
  const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
  return { collectivite, plan, serviceId: service.id, ficheId: fiche.id, fiche, userIds, viewer }
}

describe('who is judged again when a service begins or ceases to pilot', () => {
  it('on an open fiche, is its contributeurs: the others may as much as before', async ({ act, make }) => {
    const { ficheId, serviceId, userIds, viewer } = await setUp(make)
    for (const change of [addFicheService, removeFicheService]) {
      const told = recorded()
      await act(viewer, (useCase) => change(told.in(useCase), { ficheId, serviceId }))
      expect(told.rights).toEqual([{ userIds: [userIds.contributeur] }])
      const again = recorded()
      await act(viewer, (useCase) => change(again.in(useCase), { ficheId, serviceId }))
      expect(again.rights).toEqual([])
    }
  })

  it('where the plan holds the roles back, is its éditeurs too', async ({ act, make, prisma }) => {
    const { ficheId, plan, serviceId, userIds, viewer } = await setUp(make)
    await prisma.plan.update({ where: { id: plan.id }, data: { ouverture: 'CONTRIBUER' } })
    const told = recorded()
    await act(viewer, (useCase) => addFicheService(told.in(useCase), { ficheId, serviceId }))
    expect(told.rights.map((change) => change.userIds?.toSorted())).toEqual([
      [userIds.contributeur, userIds.editeur].toSorted(),
    ])
  })
})

describe('who is judged again when someone begins or ceases to pilot', () => {
  it('is them, when they have an account and it makes a difference', async ({ act, make, prisma }) => {
    const { collectivite, ficheId, userIds, viewer } = await setUp(make)
    const personneOf = (userId: string) => prisma.personne.findFirstOrThrow({ where: { membre: { userId } } })
    const { id: personneId } = await personneOf(userIds.contributeur)
    for (const change of [addFichePersonne, removeFichePersonne]) {
      const told = recorded()
      await act(viewer, (useCase) => change(told.in(useCase), 'pilotes', { ficheId, personneId }))
      expect(told.rights).toEqual([{ userIds: [userIds.contributeur] }])
    }
    const nobody = recorded()
    const { id: editeurId } = await personneOf(userIds.editeur)
    const { id: withoutAccount } = await prisma.personne.create({
      data: { collectiviteId: collectivite.id, nom: 'Zoé', nomNormalise: 'zoe' },
    })
    for (const each of [editeurId, withoutAccount]) {
      await act(viewer, (useCase) => addFichePersonne(nobody.in(useCase), 'pilotes', { ficheId, personneId: each }))
    }
    await act(viewer, (useCase) => addFichePersonne(nobody.in(useCase), 'referents', { ficheId, personneId }))
    expect(nobody.rights).toEqual([])
  })

  it('on a restricted fiche, is whoever reads it by it: all but the admins', async ({ act, make, prisma }) => {
    const { ficheId, userIds, viewer } = await setUp(make)
    await prisma.fiche.update({ where: { id: ficheId }, data: { restreinte: true } })
    for (const [role, userId] of Object.entries(userIds)) {
      const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membre: { userId } } })
      const told = recorded()
      await act(viewer, (useCase) => addFichePersonne(told.in(useCase), 'pilotes', { ficheId, personneId }))
      await act(viewer, (useCase) => removeFichePersonne(told.in(useCase), 'pilotes', { ficheId, personneId }))
      const each = { userIds: [userId] }
      expect(told.rights).toEqual(role === 'admin' ? [] : [each, each])
    }
  })
})
