import { NotFoundError } from '../errors.ts'
import type { Tx } from '../transaction.ts'

/** @throws NotFoundError when a plan that the viewer may read has no such axe. */
export async function demandAxe(tx: Tx, { planId, axeId }: { planId: string; axeId: string | null }): Promise<void> {
  if (axeId === null) return
  const axe = await tx.axe.findFirst({ where: { id: axeId, planId, suppressionId: null }, select: { id: true } })
  if (!axe) throw new NotFoundError('AXE')
}
