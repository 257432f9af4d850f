import { savePositions } from '../axe/save-positions.ts'
import { positionsAfter } from '../position.ts'
import type { Tx } from '../transaction.ts'

/** Puts the axes whose parent is in the corbeille at the end of the root of their plan; answers which. */
export async function hangAxesAgain(tx: Tx, axeIds: readonly string[]): Promise<string[]> {
  const lost = await tx.axe.findMany({
    where: { id: { in: [...axeIds] }, parent: { suppressionId: { not: null } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, planId: true },
  })
  for (const [planId, axes] of Map.groupBy(lost, (axe) => axe.planId)) {
    const { _max } = await tx.axe.aggregate({ where: { planId, parentId: null }, _max: { position: true } })
    const positions = positionsAfter(_max.position, axes.length)
    const rows = axes.flatMap(({ id }, at) => ({ id, position: positions[at] ?? '' }))
    await savePositions(tx, { table: 'axe', rows, parentId: null })
  }
  return lost.map(({ id }) => id)
}
