import type { Tx } from '../transaction.ts'

/** Every fiche whose rights follow a plan: those placed in it, and their sous-actions. */
export async function fichesOfPlan(tx: Tx, planId: string): Promise<string[]> {
  const placed = { placements: { some: { planId } } }
  const fiches = await tx.fiche.findMany({ where: { OR: [placed, { parent: placed }] }, select: { id: true } })
  return fiches.map(({ id }) => id)
}
