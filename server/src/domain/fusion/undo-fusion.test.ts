import { expect } from 'vitest'
import { domainTest } from '../../../test/domain-test.ts'
import { restore } from '../corbeille/restore.ts'
import { updateFiche } from '../fiche/update-fiche.ts'
import { removePlacement } from '../placement/remove-placement.ts'
import { moveSousAction } from '../sous-action/move-sous-action.ts'
import { createSousAction } from '../sous-action/create-sous-action.ts'
import { takeOutSousAction } from '../sous-action/take-out-sous-action.ts'
import { mergeFiches } from './merge-fiches.ts'

const it = domainTest.extend('merged', { scope: 'file' }, ({ act, make, prisma }) => async () => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const other = await make.plan({ collectivite })
  const kept = await make.fiche({ plan })
  const absorbed = await make.fiche({ plan: other })
  const { viewer } = await make.membre({ collectivite })
  const sousActions: string[] = []
  for (const titre of ['Une', 'Deux', 'Trois']) {
    const fiche = { titre, axeId: null }
    const { sousActionId } = await act(viewer, (useCase) => createSousAction(useCase, { parentId: absorbed.id, fiche }))
    sousActions.push(sousActionId)
  }
  await prisma.ligneBudget.create({
    data: { ficheId: absorbed.id, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: 2026, montant: 5 },
  })
  const merge = () =>
    act(viewer, (useCase) => mergeFiches(useCase, { ficheId: absorbed.id, intoId: kept.id, essai: false }))
  const undo = async (suppressionId: string | null) => {
    const suppressionIds = suppressionId === null ? [] : [suppressionId]
    const [restored] = await act(viewer, (useCase) => restore(useCase, { suppressionIds }))
    return restored?.laisses
  }
  return { kept, absorbed, viewer, sousActions, merge, undo }
})

it('leaves the fiche the place that it was given when a colleague took its own away', async ({
  act,
  merged,
  prisma,
}) => {
  const { kept, viewer, merge, undo } = await merged()
  const { suppressionId } = await merge()
  await act(viewer, (useCase) => removePlacement(useCase, kept.placement.id))
  expect(await undo(suppressionId)).toEqual(['placements'])
  expect(await prisma.placement.count({ where: { ficheId: kept.id } })).toBe(1)
})

it('says nothing of a line that a colleague took away: none is left', async ({ merged, prisma }) => {
  const { kept, absorbed, merge, undo } = await merged()
  const { suppressionId } = await merge()
  await prisma.ligneBudget.deleteMany({ where: { ficheId: kept.id } })
  expect(await undo(suppressionId)).toEqual([])
  expect(await prisma.ligneBudget.count({ where: { ficheId: absorbed.id } })).toBe(1)
})

it('gives sous-actions back, but those that colleagues took elsewhere', async ({ act, merged, prisma }) => {
  const { kept, absorbed, viewer, sousActions, merge, undo } = await merged()
  const [one = '', two = '', three = ''] = sousActions
  const before = await prisma.fiche.findMany({ where: { parentId: absorbed.id }, orderBy: { position: 'asc' } })
  const { suppressionId } = await merge()
  await act(viewer, (useCase) => moveSousAction(useCase, { sousActionId: three, afterId: null }))
  await act(viewer, (useCase) => takeOutSousAction(useCase, two))
  await undo(suppressionId)
  const after = await prisma.fiche.findMany({ where: { parentId: absorbed.id }, orderBy: { position: 'asc' } })
  expect(before.map(({ id }) => id)).toEqual([one, two, three])
  expect(new Set(after.map(({ id }) => id))).toEqual(new Set([one, three]))
  expect(await prisma.fiche.count({ where: { parentId: kept.id } })).toBe(0)
})

it('does not take a date that would come before the other', async ({ act, merged, prisma }) => {
  const { kept, absorbed, viewer, merge } = await merged()
  await act(viewer, (useCase) => updateFiche(useCase, { ficheId: kept.id, dateDebut: '2026-06-01' }))
  await act(viewer, (useCase) => updateFiche(useCase, { ficheId: absorbed.id, dateFin: '2026-01-01' }))
  const { laisses } = await merge()
  expect(laisses).toContainEqual({ champ: 'dateFin', precision: null, gardee: '', absorbee: '2026-01-01' })
  expect((await prisma.fiche.findUniqueOrThrow({ where: { id: kept.id } })).dateFin).toBeNull()
})
