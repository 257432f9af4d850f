import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { movePlacements } from './move-placements.ts'
import { removePlacement } from './remove-placement.ts'

it('names no place of a restricted fiche among the neighbours to go back to', async ({ make, prisma, act }) => {
  const collectivite = await make.collectivite()
  const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
  const plan = await make.plan({ collectivite })
  const axe = await make.axe({ plan })
  const seen = await make.fiche({ axe })
  const hidden = await make.fiche({ axe })
  const moved = await make.fiche({ axe })
  await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })

  const { back } = await act(viewer, (useCase) =>
    movePlacements(useCase, { planId: plan.id, moves: [{ placementIds: [moved.placement.id], axeId: null }] }),
  )
  expect(back).toEqual([{ ids: [moved.placement.id], parentId: axe.id, beforeId: null, afterId: seen.placement.id }])

  await act(viewer, (useCase) =>
    movePlacements(useCase, { planId: plan.id, moves: [{ placementIds: [moved.placement.id], axeId: axe.id }] }),
  )
  const removed = await act(viewer, (useCase) => removePlacement(useCase, moved.placement.id))
  expect(removed).toMatchObject({ beforeId: null, afterId: seen.placement.id })
})
