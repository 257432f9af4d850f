import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { recorded } from '../../../test/recorded.ts'
import { duplicateFiche } from './duplicate-fiche.ts'

describe('the copy of a fiche', () => {
  it('comes after it in its plan, with its sous-actions, and is told', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const plan = await make.plan({ collectivite })
    const axe = await make.axe({ plan, nom: 'Axe' })
    const fiche = await make.fiche({ axe, titre: 'Planter des haies', description: 'Partout' })
    await make.fiche({ axe, titre: 'Après' })
    await prisma.fiche.create({
      data: { collectiviteId: collectivite.id, parentId: fiche.id, position: 'a0', titre: 'Choisir les plants' },
    })
    const other = await make.plan({ collectivite })
    const elsewhere = { ficheId: fiche.id, planId: other.id, collectiviteId: collectivite.id, position: 'a0' }
    await prisma.placement.create({ data: elsewhere })
    const told = recorded()

    const { ficheId } = await act(viewer, (useCase) =>
      duplicateFiche(told.in(useCase), { ficheId: fiche.id, planId: plan.id }),
    )
    const placed = await prisma.placement.findMany({
      where: { planId: plan.id },
      orderBy: { position: 'asc' },
      include: { fiche: { include: { sousActions: true, textes: true } } },
    })
    expect(placed.map((place) => place.fiche.titre)).toEqual([
      'Planter des haies',
      'Planter des haies (copie)',
      'Après',
    ])
    const copy = placed[1]?.fiche
    expect(copy?.id).toBe(ficheId)
    expect(copy?.sousActions).toHaveLength(1)
    expect(copy?.textes.find(({ field }) => field === 'description')?.plain.trim()).toBe('Partout')
    expect(await prisma.placement.count({ where: { planId: other.id } })).toBe(1)
    expect(told.changes).toEqual([
      { kind: 'plan', planId: plan.id, fields: ['fichesCount'], placementIds: [placed[1]?.id] },
    ])
  })

  it('keeps the values of the fields of its plan, and not those of another', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const [plan, other] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    const fiche = await make.fiche({ plan })
    for (const { id: planId } of [plan, other]) {
      const champ = await prisma.champPropre.create({ data: { planId, nom: 'Lot', type: 'TEXTE', position: 'a0' } })
      await prisma.champPropreValeur.create({
        data: { ficheId: fiche.id, champId: champ.id, type: 'TEXTE', texte: planId },
      })
    }
    const { ficheId } = await act(viewer, (useCase) => duplicateFiche(useCase, { ficheId: fiche.id, planId: plan.id }))
    const valeurs = await prisma.champPropreValeur.findMany({ where: { ficheId } })
    expect(valeurs.map(({ texte }) => texte)).toEqual([plan.id])
  })

  it('is of a fiche that one reads, in a plan where one may create some', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    const hidden = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
    const outside = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    const duplicate = (who: typeof viewer, ficheId: string) =>
      act(who, (useCase) => duplicateFiche(useCase, { ficheId, planId: plan.id }))
    await expect(duplicate(viewer, hidden.id)).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
    await expect(duplicate(viewer, outside.id)).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
    await expect(duplicate(contributeur, fiche.id)).rejects.toMatchObject({ code: 'CREATE_FICHE_FORBIDDEN' })
  })
})
