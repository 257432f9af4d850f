import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { addFichePersonne } from '../fiche/sets/fiche-personnes.ts'
import { updateFiche } from '../fiche/update-fiche.ts'
import { deleteAccount, ERASED_PERSONNE_NOM } from './delete-account.ts'

describe('deleteAccount', () => {
  it('leaves what its owner did, of nobody, and one neutral name on what named them', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    await make.membre({ collectivite, role: 'ADMIN' })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    for (const { user, viewer } of [await make.membre({ collectivite }), await make.membre({ collectivite })]) {
      const own = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: user.id } } })
      await act(viewer, async (useCase) => {
        await addFichePersonne(useCase, 'pilotes', { ficheId: fiche.id, personneId: own.id })
        await updateFiche(useCase, { ficheId: fiche.id, calendrier: `Dit par ${user.id}` })
      })
      await act(viewer, (useCase) => deleteAccount(useCase, { email: ` ${user.email.toUpperCase()} ` }))
      expect(await prisma.user.findUnique({ where: { id: user.id } })).toBeNull()
      expect(await prisma.session.count({ where: { userId: user.id } })).toBe(0)
      expect(await prisma.membre.count({ where: { userId: user.id } })).toBe(0)
      const [entry] = await prisma.journalEntry.findMany({
        where: { ficheId: fiche.id, relation: 'fiche', operation: 'CHANGEMENT' },
        orderBy: { at: 'desc' },
      })
      expect(entry).toMatchObject({ userId: null, apres: { calendrier: `Dit par ${user.id}` } })
      const stored = await prisma.journalEntry.findMany({ where: { collectiviteId: collectivite.id } })
      expect(JSON.stringify(stored)).not.toContain(user.email)
      expect(JSON.stringify(stored)).not.toContain(own.nom)
    }
    const pilotes = await prisma.fichePilote.findMany({ where: { ficheId: fiche.id }, include: { personne: true } })
    expect(pilotes.map(({ personne: { nom, membreId } }) => [nom, membreId])).toEqual([[ERASED_PERSONNE_NOM, null]])
  })

  it('wants one’s own address, and another admin where others stay', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { user, viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    await make.membre({ collectivite })
    await expect(
      act(viewer, (useCase) => deleteAccount(useCase, { email: 'une.autre@exemple.fr' })),
    ).rejects.toMatchObject({
      code: 'OTHER_ADDRESS',
    })
    await expect(act(viewer, (useCase) => deleteAccount(useCase, { email: user.email }))).rejects.toMatchObject({
      code: 'LAST_ADMIN',
    })
    expect(await prisma.membre.count({ where: { userId: user.id } })).toBe(1)
    await make.membre({ collectivite, role: 'ADMIN' })
    await act(viewer, (useCase) => deleteAccount(useCase, { email: user.email }))
    expect(await prisma.user.count({ where: { id: user.id } })).toBe(0)
    await expect(act(viewer, (useCase) => deleteAccount(useCase, { email: user.email }))).rejects.toMatchObject({
      code: 'MEMBRE_NOT_FOUND',
    })
  })

  it('lets the only member of a collectivité go', async ({ act, make, prisma }) => {
    const { user, viewer } = await make.membre({ role: 'ADMIN' })
    await act(viewer, (useCase) => deleteAccount(useCase, { email: user.email }))
    expect(await prisma.user.count({ where: { id: user.id } })).toBe(0)
  })
})
