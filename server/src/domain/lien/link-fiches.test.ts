import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '../errors.ts'
import { MAX_LIENS } from './lien-rules.ts'
import { linkFiches } from './link-fiches.ts'
import { unlinkFiches } from './unlink-fiches.ts'

describe('linkFiches', () => {
  it('keeps one link of a type without direction, whichever fiche is named first', async ({ make, prisma, act }) => {
    const plan = await make.plan()
    const [one, two] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { viewer } = await make.membre({
      collectivite: await prisma.collectivite.findUniqueOrThrow({ where: { id: plan.collectiviteId } }),
    })
    const liens = await Promise.all([
      act(viewer, (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: two.id, type: 'LIEE' })),
      act(viewer, (useCase) => linkFiches(useCase, { ficheId: two.id, autreId: one.id, type: 'LIEE' })),
      act(viewer, (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: two.id, type: 'LIEE' })),
    ])
    expect(new Set(liens.map(({ id }) => id)).size).toBe(1)
    await act(viewer, (useCase) => linkFiches(useCase, { ficheId: two.id, autreId: one.id, type: 'DOUBLON' }))
    expect(await prisma.lien.count({ where: { OR: [{ ficheId: one.id }, { autreId: one.id }] } })).toBe(2)
  })

  it('keeps the direction of a contribution, and refuses the other way round', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const [one, two] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { viewer } = await make.membre({ collectivite })
    const link = (ficheId: string, autreId: string) =>
      act(viewer, (useCase) => linkFiches(useCase, { ficheId, autreId, type: 'CONTRIBUE_A' }))
    const lien = await link(two.id, one.id)
    expect(await prisma.lien.findUniqueOrThrow({ where: { id: lien.id } })).toMatchObject({
      ficheId: two.id,
      autreId: one.id,
    })
    await expect(link(one.id, two.id)).rejects.toThrow(ConflictError)
  })

  it('refuses a link of a fiche to itself', async ({ make, act }) => {
    const collectivite = await make.collectivite()
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { viewer } = await make.membre({ collectivite })
    await expect(
      act(viewer, (useCase) => linkFiches(useCase, { ficheId: fiche.id, autreId: fiche.id, type: 'LIEE' })),
    ).rejects.toThrow(ValidationError)
  })

  it('needs the right to change one end and to read the other', async ({ make, act }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const plan = await make.plan({ collectivite })
    const mine = await make.fiche({ plan, services: [service] })
    const [other, third] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { viewer } = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
    const link = (ficheId: string, autreId: string) =>
      act(viewer, (useCase) => linkFiches(useCase, { ficheId, autreId, type: 'DEPEND_DE' }))
    await link(other.id, mine.id)
    await expect(link(other.id, third.id)).rejects.toThrow(ForbiddenError)
    await expect(link(mine.id, (await make.fiche()).id)).rejects.toThrow(NotFoundError)
  })

  it(`takes ${MAX_LIENS} links of one fiche, and no more`, async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    const { viewer } = await make.membre({ collectivite })
    const others = await prisma.fiche.createManyAndReturn({
      data: Array.from({ length: MAX_LIENS + 1 }, () => ({ collectiviteId: collectivite.id })),
    })
    const last = others.splice(MAX_LIENS - 1)
    await prisma.lien.createMany({
      data: others.map(({ id }) => ({ ficheId: fiche.id, autreId: id, type: 'DEPEND_DE' as const })),
    })
    const [atLimit, past] = last
    if (!atLimit || !past) throw new Error('two fiches are left')
    const link = (autreId: string) =>
      act(viewer, (useCase) => linkFiches(useCase, { ficheId: fiche.id, autreId, type: 'DEPEND_DE' }))
    await link(atLimit.id)
    await expect(link(past.id)).rejects.toThrow(ConflictError)
  })
})

describe('unlinkFiches', () => {
  it('takes the link away, and answers as absent when an end may not be read', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const [one, two] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { viewer } = await make.membre({ collectivite })
    const { viewer: stranger } = await make.membre()
    const lien = await act(viewer, (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: two.id, type: 'LIEE' }))
    await expect(act(stranger, (useCase) => unlinkFiches(useCase, lien.id))).rejects.toThrow(NotFoundError)
    await prisma.fiche.update({ where: { id: two.id }, data: { restreinte: true } })
    await expect(act(viewer, (useCase) => unlinkFiches(useCase, lien.id))).rejects.toThrow(NotFoundError)
    await prisma.fiche.update({ where: { id: two.id }, data: { restreinte: false } })
    await act(viewer, (useCase) => unlinkFiches(useCase, lien.id))
    expect(await prisma.lien.count({ where: { id: lien.id } })).toBe(0)
  })
})
