import { moveAxes } from '../../src/domain/axe/move-axes.ts'
import { expectRefusal, people, raceTest as it } from './race-test.ts'

it('does not close a circle of axes by two moves at once', async ({ make, prisma, race }) => {
  const { collectivite, viewer } = await people({ make, prisma })
  const plan = await make.plan({ collectivite })
  const [one, other] = [await make.axe({ plan }), await make.axe({ plan })]
  const { second } = await race(viewer, {
    first: (useCase) => moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: [one.id], parentId: other.id }] }),
    second: (useCase) => moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: [other.id], parentId: one.id }] }),
  })
  expectRefusal(second.error, 'AXE_CYCLE')
})
