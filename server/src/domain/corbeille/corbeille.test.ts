import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { ConflictError, ForbiddenError, NotFoundError } from '../errors.ts'
import { addPlacement } from '../placement/add-placement.ts'
import { movePlacements } from '../placement/move-placements.ts'
import { removePlacement } from '../placement/remove-placement.ts'
import { readableAxes, readableFiches, readablePlacements } from '../rights/readable.ts'
import type { Viewer } from '../viewer.ts'
import { deleteAxes } from './delete-axes.ts'
import { deleteFiches } from './delete-fiches.ts'
import { deletePlan } from './delete-plan.ts'
import { previewDeletion } from './preview-deletion.ts'
import { restorableSuppressions } from './restorable.ts'
import { restore } from './restore.ts'

/** What a viewer sees of a collectivité: names of axes, and of fiches with the axes that hold them. */
async function seen(prisma: PrismaClient, viewer: Viewer, collectiviteId: string): Promise<string[]> {
  const axes = await prisma.axe.findMany({ where: { AND: [{ plan: { collectiviteId } }, readableAxes(viewer)] } })
  const fiches = await prisma.fiche.findMany({
    where: { AND: [{ collectiviteId }, readableFiches(viewer)] },
    include: { placements: { where: readablePlacements(viewer), include: { axe: true, plan: true } } },
  })
  const placed = fiches.map(
    ({ titre, placements }) =>
      `${titre}: ${placements
        .map(({ axe, plan }) => axe?.nom ?? plan.nom)
        .toSorted()
        .join(', ')}`,
  )
  return [...axes.map(({ nom }) => nom), ...placed].toSorted()
}

describe('corbeille', () => {
  it('takes an axe with its sub-tree and the fiches placed only there, and brings exactly that back', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite, nom: 'P' })
    const { viewer } = await make.membre({ collectivite })
    const top = await make.axe({ plan, nom: 'A' })
    const below = await make.axe({ parent: top, nom: 'B' })
    const other = await make.axe({ plan, nom: 'C' })
    await make.fiche({ axe: below, titre: 'seule' })
    const shared = await make.fiche({ axe: below, titre: 'partagée' })
    const already = await make.fiche({ axe: top, titre: 'déjà supprimée' })
    await act(viewer, (useCase) => addPlacement(useCase, { ficheId: shared.id, planId: plan.id, axeId: other.id }))
    const [own = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [already.id] }))
    const before = await seen(prisma, viewer, collectivite.id)

    expect(await previewDeletion({ prisma, viewer }, { planIds: [], axeIds: [top.id], ficheIds: [] })).toEqual({
      axes: 2,
      fiches: 1,
      sousActions: 0,
      kept: 1,
    })
    const ids = await act(viewer, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [below.id, top.id] }))
    expect(ids).toHaveLength(1)
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['C', 'partagée: C'])
    await expect(
      act(viewer, (useCase) =>
        movePlacements(useCase, {
          planId: plan.id,
          moves: [{ placementIds: [shared.placement.id], axeId: other.id }],
        }),
      ),
    ).rejects.toThrow(NotFoundError)

    await act(viewer, (useCase) => restore(useCase, { suppressionIds: ids }))
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(before)
    await act(viewer, (useCase) => restore(useCase, { suppressionIds: [own] }))
    expect(await seen(prisma, viewer, collectivite.id)).toContain('déjà supprimée: A')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
  })

  it('restores to the root what was in an axe of the corbeille, and hors plan what was in a plan of it', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite, nom: 'P' })
    const { viewer } = await make.membre({ collectivite })
    const top = await make.axe({ plan, nom: 'A' })
    const below = await make.axe({ parent: top, nom: 'B' })
    const fiche = await make.fiche({ axe: below, titre: 'une' })
    const last = await make.fiche({ axe: below, titre: 'autre' })
    const [ofFiche = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
    const [ofLast = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [last.id] }))
    const [ofBelow = ''] = await act(viewer, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [below.id] }))
    await act(viewer, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [top.id] }))
    const placesOf = (restored: readonly { nom: string; place: string }[]) =>
      Object.fromEntries(restored.map(({ nom, place }) => [nom, place]))
    const back = await act(viewer, (useCase) => restore(useCase, { suppressionIds: [ofFiche, ofBelow] }))
    expect(placesOf(back)).toEqual({ B: 'RACINE', une: 'MEME_PLACE' })
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['B', 'une: B'])
    expect(await prisma.axe.findUnique({ where: { id: below.id } })).toMatchObject({ parentId: null })

    const [again = ''] = await act(viewer, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [below.id] }))
    const atRoot = await act(viewer, (useCase) => restore(useCase, { suppressionIds: [ofLast] }))
    expect(placesOf(atRoot)).toEqual({ autre: 'RACINE' })
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['autre: P'])

    const [ofPlan = ''] = await act(viewer, (useCase) => deletePlan(useCase, plan.id))
    expect(await seen(prisma, viewer, collectivite.id)).toEqual([])
    await expect(act(viewer, (useCase) => restore(useCase, { suppressionIds: [again] }))).rejects.toThrow(ConflictError)
    await act(viewer, (useCase) => restore(useCase, { suppressionIds: [ofPlan, again] }))
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['B', 'autre: P', 'une: B'])

    const [lone = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [last.id] }))
    await act(viewer, (useCase) => deletePlan(useCase, plan.id))
    const outside = await act(viewer, (useCase) => restore(useCase, { suppressionIds: [lone] }))
    expect(placesOf(outside)).toEqual({ autre: 'HORS_PLAN' })
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['autre: '])
  })

  it('restores what only a restricted plan held, and that is in the corbeille, for the admins alone', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const [restricted, open] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    await prisma.plan.update({ where: { id: restricted.id }, data: { visibilite: 'RESTREINT' } })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { viewer: editeur } = await make.membre({ collectivite })
    const hidden = await make.fiche({ plan: restricted, titre: 'cachée' })
    const shown = await make.fiche({ plan: open, titre: 'montrée' })
    const taken = await act(admin, (useCase) => deleteFiches(useCase, { ficheIds: [hidden.id, shown.id] }))
    for (const plan of [restricted, open]) await act(admin, (useCase) => deletePlan(useCase, plan.id))
    await act(admin, (useCase) => restore(useCase, { suppressionIds: taken }))
    expect(await seen(prisma, admin, collectivite.id)).toEqual(['cachée: ', 'montrée: '])
    expect(await seen(prisma, editeur, collectivite.id)).toEqual(['montrée: '])
  })

  it('takes a plan’s fiches unless another plan holds them, and sous-actions with their fiche', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite, nom: 'P' })
    const other = await make.plan({ collectivite, nom: 'Q' })
    const { viewer } = await make.membre({ collectivite })
    const fiche = await make.fiche({ plan, titre: 'mère' })
    const shared = await make.fiche({ plan, titre: 'mutualisée' })
    await prisma.fiche.create({
      data: { collectiviteId: collectivite.id, titre: 'sous-action', parentId: fiche.id, position: 'a0' },
    })
    await act(viewer, (useCase) => addPlacement(useCase, { ficheId: shared.id, planId: other.id, axeId: null }))
    const before = await seen(prisma, viewer, collectivite.id)
    const ids = await act(viewer, (useCase) => deletePlan(useCase, plan.id))
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['mutualisée: Q'])
    await act(viewer, (useCase) => restore(useCase, { suppressionIds: ids }))
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(before)
  })

  it('leaves alone the restricted fiches that who deletes may not read, and shows each line to who may restore it', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite, nom: 'P' })
    const axe = await make.axe({ plan, nom: 'A' })
    const { viewer } = await make.membre({ collectivite })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { viewer: lecteur } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const secret = await make.fiche({ axe, titre: 'secrète' })
    await prisma.fiche.update({ where: { id: secret.id }, data: { restreinte: true } })
    await expect(act(lecteur, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }))).rejects.toThrow(
      ForbiddenError,
    )
    await expect(act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [secret.id] }))).rejects.toThrow(
      NotFoundError,
    )
    const [ofAxe = ''] = await act(viewer, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }))
    expect(await seen(prisma, admin, collectivite.id)).toEqual(['secrète: '])
    const [ofFiche = ''] = await act(admin, (useCase) => deleteFiches(useCase, { ficheIds: [secret.id] }))

    const lines = async (asked: Viewer) =>
      (
        await prisma.suppression.findMany({
          where: { AND: [{ collectiviteId: collectivite.id }, restorableSuppressions(asked)] },
        })
      ).map(({ id }) => id)
    expect(new Set(await lines(admin))).toEqual(new Set([ofAxe, ofFiche]))
    expect(await lines(viewer)).toEqual([ofAxe])
    expect(await lines(lecteur)).toEqual([])
    expect(await lines(stranger)).toEqual([])
    for (const asked of [viewer, lecteur, stranger])
      await expect(act(asked, (useCase) => restore(useCase, { suppressionIds: [ofFiche] }))).rejects.toThrow(
        NotFoundError,
      )
    await act(admin, (useCase) => restore(useCase, { suppressionIds: [ofAxe, ofFiche] }))
    expect(await seen(prisma, admin, collectivite.id)).toEqual(['A', 'secrète: A'])
  })
})

describe('placements', () => {
  it('are added once, in plans of the same collectivité, and give back what they were', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite, nom: 'P' })
    const { viewer } = await make.membre({ collectivite })
    const [first, fiche, last] = [
      await make.fiche({ plan, titre: '1' }),
      await make.fiche({ plan, titre: '2' }),
      await make.fiche({ plan, titre: '3' }),
    ]
    const add = (planId: string) =>
      act(viewer, (useCase) => addPlacement(useCase, { ficheId: fiche.id, planId, axeId: null }))
    expect(await add(plan.id)).toBe(fiche.placement.id)
    await expect(add((await make.plan()).id)).rejects.toThrow(NotFoundError)

    const removed = await act(viewer, (useCase) => removePlacement(useCase, fiche.placement.id))
    expect(await seen(prisma, viewer, collectivite.id)).toEqual(['1: P', '2: ', '3: P'])
    await act(viewer, (useCase) => addPlacement(useCase, removed))
    const places = await prisma.placement.findMany({ where: { planId: plan.id }, orderBy: { position: 'asc' } })
    expect(places.map(({ ficheId }) => ficheId)).toEqual([first.id, fiche.id, last.id])
  })
})
