import type { ChampPropreType } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '../errors.ts'
import type { UseCase } from '../use-case.ts'
import { MAX_CHAMP_TEXTE_CHARACTERS, MAX_CHAMPS, MAX_CHOIX } from './champ-rules.ts'
import { createChamp, deleteChamp, moveChamp, renameChamp } from './edit-champs.ts'
import { addChoix, removeChoix, renameChoix } from './edit-choix.ts'
import { setValeur } from './set-valeur.ts'

async function setUp(make: Factories) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  const { viewer } = await make.membre({ collectivite })
  return { collectivite, planId: plan.id, ficheId: fiche.id, viewer }
}

const add =
  (planId: string, nom: string, type: ChampPropreType = 'TEXTE') =>
  (useCase: UseCase) =>
    createChamp(useCase, { planId, nom, type })

describe('champs propres of a plan', () => {
  it('are added in order, renamed and moved; a name is there once', async ({ act, make, prisma }) => {
    const { planId, viewer } = await setUp(make)
    const [a, b] = await Promise.all([act(viewer, add(planId, 'A')), act(viewer, add(planId, 'B'))])
    await act(viewer, (useCase) => renameChamp(useCase, { champId: a.champId, nom: 'Clause sociale' }))
    await expect(act(viewer, add(planId, 'CLAUSE  sociale'))).rejects.toThrow(ConflictError)
    await act(viewer, (useCase) => moveChamp(useCase, { champId: b.champId, afterId: null }))
    const first = await prisma.champPropre.findFirst({ where: { planId }, orderBy: { position: 'asc' } })
    expect(first?.id).toBe(b.champId)
  })

  it('go with their values, and say how many', async ({ act, make, prisma }) => {
    const { planId, ficheId, viewer } = await setUp(make)
    const { champId } = await act(viewer, add(planId, 'A'))
    await act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, texte: 'oui' }))
    expect(await act(viewer, (useCase) => deleteChamp(useCase, champId))).toEqual({ planId, valeursCount: 1 })
    expect(await prisma.champPropreValeur.count({ where: { ficheId } })).toBe(0)
  })

  it('lose a choice with its values; only a field of choices has some', async ({ act, make, prisma }) => {
    const { planId, ficheId, viewer } = await setUp(make)
    const { champId } = await act(viewer, add(planId, 'A', 'CHOIX'))
    await act(viewer, (useCase) => addChoix(useCase, { champId, nom: 'Oui' }))
    await expect(act(viewer, (useCase) => addChoix(useCase, { champId, nom: 'OUI' }))).rejects.toThrow(ConflictError)
    const choix = await prisma.champPropreChoix.findFirstOrThrow({ where: { champId } })
    await act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, choixId: choix.id }))
    expect(await act(viewer, (useCase) => removeChoix(useCase, choix.id))).toEqual({ planId, valeursCount: 1 })
    const { champId: texte } = await act(viewer, add(planId, 'B'))
    await expect(act(viewer, (useCase) => addChoix(useCase, { champId: texte, nom: 'Non' }))).rejects.toThrow(
      ConflictError,
    )
  })

  it('go with the values of fiches that one may not read, and count none of these', async ({ act, make, prisma }) => {
    const { planId, collectivite, viewer } = await setUp(make)
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const plan = await prisma.plan.findUniqueOrThrow({ where: { id: planId } })
    const ficheIds = [await make.fiche({ plan }), await make.fiche({ plan }), await make.fiche({ plan })].map(
      ({ id }) => id,
    )
    const filled = async () => {
      const { champId } = await act(admin, add(planId, 'A', 'CHOIX'))
      await act(admin, (useCase) => addChoix(useCase, { champId, nom: 'Oui' }))
      const { id: choixId } = await prisma.champPropreChoix.findFirstOrThrow({ where: { champId } })
      await prisma.champPropreValeur.createMany({
        data: ficheIds.map((ficheId) => ({ ficheId, champId, choixId, type: 'CHOIX' as const })),
      })
      return { champId, choixId }
    }
    await prisma.fiche.updateMany({ where: { id: { in: ficheIds.slice(1) } }, data: { restreinte: true } })
    for (const [by, valeursCount] of [
      [viewer, 1],
      [admin, 3],
    ] as const) {
      const { champId, choixId } = await filled()
      expect(await act(by, (useCase) => removeChoix(useCase, choixId))).toEqual({ planId, valeursCount })
      await prisma.champPropre.delete({ where: { id: champId } })
      const { champId: again } = await filled()
      expect(await act(by, (useCase) => deleteChamp(useCase, again))).toEqual({ planId, valeursCount })
      expect(await prisma.champPropreValeur.count({ where: { ficheId: { in: ficheIds } } })).toBe(0)
    }
  })

  it('keep the values of a choice that is renamed, to a name that no other has', async ({ act, make, prisma }) => {
    const { planId, ficheId, viewer } = await setUp(make)
    const { champId } = await act(viewer, add(planId, 'A', 'CHOIX'))
    for (const nom of ['Oui', 'Non']) await act(viewer, (useCase) => addChoix(useCase, { champId, nom }))
    const { id: choixId } = await prisma.champPropreChoix.findFirstOrThrow({ where: { champId, nom: 'Oui' } })
    await act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, choixId }))
    const rename = (nom: string) => act(viewer, (useCase) => renameChoix(useCase, { choixId, nom }))
    await rename('OUI, partout')
    await rename('Oui, partout')
    await expect(rename('NON')).rejects.toMatchObject({ code: 'CHOIX_EXISTS' })
    const valeur = await prisma.champPropreValeur.findFirstOrThrow({ where: { ficheId }, include: { choix: true } })
    expect(valeur.choix?.nom).toBe('Oui, partout')
  })

  it('are as many as a plan may have, and not one more; their choices too', async ({ act, make, prisma }) => {
    const { planId, viewer } = await setUp(make)
    await prisma.champPropre.createMany({
      data: Array.from({ length: MAX_CHAMPS - 1 }, (_, index) => ({
        planId,
        nom: `c${index}`,
        type: 'TEXTE' as const,
        position: 'a0',
      })),
    })
    const { champId } = await act(viewer, add(planId, 'Dernier', 'CHOIX'))
    await expect(act(viewer, add(planId, 'De trop'))).rejects.toThrow(ValidationError)
    await prisma.champPropreChoix.createMany({
      data: Array.from({ length: MAX_CHOIX - 1 }, (_, index) => ({ champId, nom: `c${index}`, position: 'a0' })),
    })
    await act(viewer, (useCase) => addChoix(useCase, { champId, nom: 'Dernier' }))
    await expect(act(viewer, (useCase) => addChoix(useCase, { champId, nom: 'De trop' }))).rejects.toThrow(
      ValidationError,
    )
  })

  it('are the editors’ to change', async ({ act, make }) => {
    const { planId, collectivite } = await setUp(make)
    const { viewer } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    await expect(act(viewer, add(planId, 'A'))).rejects.toThrow(ForbiddenError)
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    await expect(act(stranger, add(planId, 'A'))).rejects.toThrow(NotFoundError)
  })
})

describe('values of champs propres', () => {
  it.for([
    ['TEXTE', { texte: ' Oui ' }, { texte: 'Oui' }],
    ['NOMBRE', { nombre: '-12.5' }, { nombre: '-12.5' }],
    ['DATE', { date: '2026-03-12' }, { date: '2026-03-12T00:00:00.000Z' }],
  ] as const)('hold one value of their type: %s', async ([type, given, stored], { act, make, prisma }) => {
    const { planId, ficheId, viewer } = await setUp(make)
    const { champId } = await act(viewer, add(planId, 'A', type))
    await act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, ...given }))
    const valeur = await prisma.champPropreValeur.findFirstOrThrow({ where: { ficheId } })
    expect(JSON.parse(JSON.stringify(valeur))).toMatchObject(stored)
    const wrong = type === 'TEXTE' ? { nombre: '1' } : { texte: 'a' }
    await expect(act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, ...wrong }))).rejects.toThrow(
      ValidationError,
    )
    await expect(
      act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, ...given, ...wrong })),
    ).rejects.toThrow(ValidationError)
    expect(await prisma.champPropreValeur.count({ where: { ficheId } })).toBe(1)
    await act(viewer, (useCase) => setValeur(useCase, { ficheId, champId }))
    expect(await prisma.champPropreValeur.count({ where: { ficheId } })).toBe(0)
  })

  it('keeps what two people set at once in two fields, and the last in one', async ({ act, make, prisma }) => {
    const { planId, ficheId, viewer } = await setUp(make)
    const [a, b] = await Promise.all([act(viewer, add(planId, 'A')), act(viewer, add(planId, 'B'))])
    const set = (champId: string, texte: string) =>
      act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, texte }))
    await Promise.all([set(a.champId, '1'), set(b.champId, '2'), set(a.champId, '3')])
    expect(await prisma.champPropreValeur.count({ where: { ficheId } })).toBe(2)
  })

  it('is refused to a fiche which the plan does not hold', async ({ act, make }) => {
    const { planId, collectivite, viewer } = await setUp(make)
    const elsewhere = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { champId } = await act(viewer, add(planId, 'A'))
    await expect(
      act(viewer, (useCase) => setValeur(useCase, { ficheId: elsewhere.id, champId, texte: 'a' })),
    ).rejects.toMatchObject({ code: 'CHAMP_OF_ANOTHER_PLAN' })
  })

  it('takes a text as long as it may be, and not one character more', async ({ act, make }) => {
    const { planId, ficheId, viewer } = await setUp(make)
    const { champId } = await act(viewer, add(planId, 'A'))
    const set = (length: number) =>
      act(viewer, (useCase) => setValeur(useCase, { ficheId, champId, texte: 'é'.repeat(length) }))
    await set(MAX_CHAMP_TEXTE_CHARACTERS)
    await expect(set(MAX_CHAMP_TEXTE_CHARACTERS + 1)).rejects.toThrow(ValidationError)
  })
})
