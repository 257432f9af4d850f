import type { Collectivite, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { deleteAxes } from '../../src/domain/corbeille/delete-axes.ts'
import { deleteFiches } from '../../src/domain/corbeille/delete-fiches.ts'
import { deletePlan } from '../../src/domain/corbeille/delete-plan.ts'
import { restore } from '../../src/domain/corbeille/restore.ts'
import { NotFoundError } from '../../src/domain/errors.ts'
import { createAxe } from '../../src/domain/axe/create-axe.ts'
import { moveAxes } from '../../src/domain/axe/move-axes.ts'
import { createFiches } from '../../src/domain/fiche/create-fiches.ts'
import { addPlacement } from '../../src/domain/placement/add-placement.ts'
import { readableFiches } from '../../src/domain/rights/readable.ts'
import type { UseCase } from '../../src/domain/use-case.ts'
import type { Factories } from '../factories.ts'
import { expectRefusal, people, raceTest as it } from './race-test.ts'

describe('what is deleted twice at once', () => {
  it('is one line of the corbeille, for a plan', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    await make.fiche({ plan })
    const { second } = await race(viewer, {
      first: (useCase) => deletePlan(useCase, plan.id),
      second: (useCase) => deletePlan(useCase, plan.id),
    })
    expectRefusal(second.error, 'PLAN_NOT_FOUND')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })

  it('is one line of the corbeille, for an axe', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const axe = await make.axe({ plan })
    const { second } = await race(viewer, {
      first: (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }),
      second: (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }),
    })
    expectRefusal(second.error, 'AXE_NOT_FOUND')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })

  it('is one line of the corbeille, for fiches named in two orders', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const [one, two] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { second } = await race(viewer, {
      first: (useCase) => deleteFiches(useCase, { ficheIds: [one.id, two.id] }),
      second: (useCase) => deleteFiches(useCase, { ficheIds: [two.id, one.id] }),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(2)
  })

  it('leaves a fiche deleted with its plan in one line', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    const { first, second } = await race(viewer, {
      first: (useCase) => deletePlan(useCase, plan.id),
      second: (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
    expect(await prisma.fiche.findUnique({ where: { id: fiche.id } })).toMatchObject({ suppressionId: first[0] })
  })

  it('comes back once when two people restore it', async ({ make, prisma, act, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    const [suppressionId = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
    const { second } = await race(viewer, {
      first: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
      second: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
    })
    expectRefusal(second.error, 'SUPPRESSION_NOT_FOUND')
    expect(await prisma.placement.count({ where: { ficheId: fiche.id } })).toBe(1)
  })

  it('comes back once, for a fiche hors plan', async ({ make, prisma, act, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    await prisma.placement.deleteMany({ where: { ficheId: fiche.id } })
    const [suppressionId = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
    const { second } = await race(viewer, {
      first: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
      second: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
    })
    expectRefusal(second.error, 'SUPPRESSION_NOT_FOUND')
  })
})

describe('a plan that is deleted meanwhile', () => {
  async function planAndFiche(collectivite: Collectivite, { make, prisma }: { make: Factories; prisma: PrismaClient }) {
    const plan = await make.plan({ collectivite })
    const horsPlan = await make.fiche({ plan: await make.plan({ collectivite }) })
    await prisma.placement.deleteMany({ where: { ficheId: horsPlan.id } })
    return { plan, horsPlan }
  }

  it('does not take a fiche that is placed in it, which nobody would find again', async ({ make, prisma, race }) => {
    const { collectivite, viewer, editeur } = await people({ make, prisma })
    const { plan, horsPlan } = await planAndFiche(collectivite, { make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => deletePlan(useCase, plan.id),
      second: (useCase) => addPlacement(useCase, { ficheId: horsPlan.id, planId: plan.id, axeId: null }),
    })
    expectRefusal(second.error, 'PLAN_NOT_FOUND')
    expect(await prisma.fiche.count({ where: { AND: [{ id: horsPlan.id }, readableFiches(editeur)] } })).toBe(1)
  })

  it('is not found by who creates a fiche, an axe or moves one in it', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const acts: Record<string, (useCase: UseCase, ids: { planId: string; axeId: string }) => Promise<unknown>> = {
      fiche: (useCase, { planId }) => createFiches(useCase, { planId, fiches: [{ axeId: null, titre: 'Haies' }] }),
      axe: (useCase, { planId }) => createAxe(useCase, { planId, parentId: null, nom: 'Eau' }),
      move: (useCase, { planId, axeId }) => moveAxes(useCase, { planId, moves: [{ axeIds: [axeId], parentId: null }] }),
    }
    for (const [name, run] of Object.entries(acts)) {
      const plan = await make.plan({ collectivite })
      const axe = await make.axe({ plan })
      const { second } = await race(viewer, {
        first: (useCase) => deletePlan(useCase, plan.id),
        second: (useCase) => run(useCase, { planId: plan.id, axeId: axe.id }),
      })
      expect(second.error, name).toBeInstanceOf(NotFoundError)
    }
  })

  it('takes with it the fiche placed in it just before', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { plan, horsPlan } = await planAndFiche(collectivite, { make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => addPlacement(useCase, { ficheId: horsPlan.id, planId: plan.id, axeId: null }),
      second: (useCase) => deletePlan(useCase, plan.id),
    })
    expect(await prisma.fiche.findUnique({ where: { id: horsPlan.id } })).toMatchObject({
      suppressionId: second.value?.[0],
    })
  })
})
