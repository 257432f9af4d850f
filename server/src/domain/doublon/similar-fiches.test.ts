import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { ValidationError } from '../errors.ts'
import { linkFiches } from '../lien/link-fiches.ts'
import { dismissDoublon, reconsiderDoublon } from './dismiss-doublon.ts'
import { similarFiches } from './similar-fiches.ts'
import { similarToTitre } from './similar-to-titre.ts'

describe('similarFiches', () => {
  it('finds the same action written in other words, in another plan, and says why', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite, nom: 'Mobilités' })
    const { viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
    const one = await make.fiche({
      plan: await make.plan({ collectivite }),
      titre: 'Installer des bornes de recharge',
      services: [service],
    })
    const other = await make.fiche({
      plan: await make.plan({ collectivite }),
      titre: 'Déployer les IRVE',
      services: [service],
    })
    await make.fiche({ plan: await make.plan({ collectivite }), titre: 'Festival de jazz', services: [service] })
    const found = (await similarFiches({ prisma, viewer }, [one.id])).get(one.id)
    expect(found?.map(({ ficheId }) => ficheId)).toEqual([other.id])
    expect(found?.[0]?.raisons.map(({ phrase }) => phrase)).toEqual([
      'Titres proches : bornes de recharge / irve',
      'Même service : Mobilités',
    ])
  })

  it('finds a titre by its letters when its words are mistyped', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const one = await make.fiche({ plan, titre: 'Sauvegarde des hirondelles' })
    const mistyped = await make.fiche({ plan, titre: 'Sauvegrade des hirondeles' })
    const found = await similarFiches({ prisma, viewer }, [one.id])
    expect(found.get(one.id)?.map(({ ficheId }) => ficheId)).toEqual([mistyped.id])
  })

  it('finds nothing that one may not read, nor for what one may not read', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const [open, closed] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
    const one = await make.fiche({ plan: open, titre: 'Planter des haies bocagères' })
    const secret = await make.fiche({ plan: closed, titre: 'Planter des haies bocagères' })
    const restricted = await make.fiche({ plan: open, titre: 'Planter des haies bocagères' })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { viewer: editeur } = await make.membre({ collectivite })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const found = async (viewer: typeof admin | null, id: string) =>
      new Set((await similarFiches({ prisma, viewer }, [id])).get(id)?.map(({ ficheId }) => ficheId))
    expect(await found(admin, one.id)).toEqual(new Set([secret.id, restricted.id]))
    expect(await found(editeur, one.id)).toEqual(new Set())
    expect(await found(editeur, secret.id)).toEqual(new Set())
    expect(await found(stranger, one.id)).toEqual(new Set())
    expect(await found(null, one.id)).toEqual(new Set())
  })

  it('names no place that one may not read', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const [open, closed] = [await make.plan({ collectivite }), await make.plan({ collectivite, nom: 'Secret' })]
    await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
    const axe = await make.axe({ plan: closed, nom: 'Axe secret' })
    const { viewer } = await make.membre({ collectivite })
    const fiches = [
      await make.fiche({ plan: open, titre: 'Planter des haies' }),
      await make.fiche({ plan: open, titre: 'Planter des haies' }),
    ]
    await prisma.placement.createMany({
      data: fiches.map(({ id }, at) => ({
        ficheId: id,
        planId: closed.id,
        axeId: axe.id,
        collectiviteId: collectivite.id,
        position: `a${at}`,
      })),
    })
    const [{ id } = { id: '' }] = fiches
    const found = (await similarFiches({ prisma, viewer }, [id])).get(id)
    expect(JSON.stringify(found)).toContain(open.nom)
    expect(JSON.stringify(found)).not.toContain('ecret')
  })

  it('compares no fiche with its sous-actions, nor these with each other', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }), titre: 'Planter des haies' })
    const children = await prisma.fiche.createManyAndReturn({
      data: ['a0', 'a1'].map((position) => ({
        collectiviteId: collectivite.id,
        parentId: fiche.id,
        position,
        titre: 'Planter des haies',
      })),
    })
    const found = await similarFiches({ prisma, viewer }, [fiche.id, ...children.map(({ id }) => id)])
    expect([...found.values()].flat()).toEqual([])
  })

  it('leaves out what is linked as DOUBLON or dismissed, until that is undone', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const [one, two, three] = [
      await make.fiche({ plan, titre: 'Planter des haies' }),
      await make.fiche({ plan, titre: 'Planter des haies' }),
      await make.fiche({ plan, titre: 'Planter des haies' }),
    ]
    const found = async (id: string) =>
      new Set((await similarFiches({ prisma, viewer }, [id])).get(id)?.map(({ ficheId }) => ficheId))
    expect(await found(one.id)).toEqual(new Set([two.id, three.id]))
    await act(viewer, (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: two.id, type: 'DOUBLON' }))
    await act(viewer, (useCase) => dismissDoublon(useCase, { ficheId: three.id, autreId: one.id }))
    expect(await found(one.id)).toEqual(new Set())
    expect(await found(three.id)).toEqual(new Set([two.id]))
    await act(viewer, (useCase) => reconsiderDoublon(useCase, { ficheId: one.id, autreId: three.id }))
    expect(await found(one.id)).toEqual(new Set([three.id]))
  })

  it('takes any titre, whatever is in it', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const titres = [
      '',
      ' ',
      '!',
      'de la',
      'l’',
      '2025',
      "L'eau \\ ' :* & | !()",
      'ŉ½',
      'é'.repeat(300),
      '👩‍👩‍👧',
      '%_',
      'A & B',
    ]
    const ids: string[] = []
    for (const titre of titres) ids.push((await make.fiche({ plan, titre })).id)
    const found = await similarFiches({ prisma, viewer }, ids)
    expect(found.size).toBe(titres.length)
    expect(await similarFiches({ prisma, viewer }, [])).toEqual(new Map())
  })
})

describe('similarToTitre', () => {
  it('finds what is close to a titre that is typed, in the collectivité of a plan that one may read', async ({
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan, titre: 'Planter des haies bocagères' })
    const { viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const typed = { planId: plan.id, titre: 'Plantation de haies' }
    const found = await similarToTitre({ prisma, viewer }, typed)
    expect(found.map(({ ficheId }) => ficheId)).toEqual([fiche.id])
    expect(found[0]?.raisons.map(({ code }) => code)).toContain('EMPLACEMENTS')
    expect(await similarToTitre({ prisma, viewer: stranger }, typed)).toEqual([])
    expect(await similarToTitre({ prisma, viewer }, { planId: crypto.randomUUID(), titre: 'haies' })).toEqual([])
  })

  it('refuses a titre that is too long', async ({ make, prisma }) => {
    const { viewer } = await make.membre()
    const ask = (titre: string) => similarToTitre({ prisma, viewer }, { planId: crypto.randomUUID(), titre })
    expect(await ask('é'.repeat(300))).toEqual([])
    await expect(ask('é'.repeat(301))).rejects.toThrow(ValidationError)
  })
})
