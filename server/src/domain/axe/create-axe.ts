import { v7 as uuidv7 } from 'uuid'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { insertAmong } from '../position.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { type NewAxeAt, newAxeAtSchema } from './axe-rules.ts'
import { PlanAxes } from './plan-axes.ts'
import { savePositions } from './save-positions.ts'

/**
 * Creates one axe at a place of a plan; answers its id.
 * @throws ValidationError, NotFoundError (the plan, or the parent in it), ForbiddenError.
 */
export async function createAxe(useCase: UseCase, input: NewAxeAt): Promise<string> {
  const { viewer, tx, record } = useCase
  const { planId, parentId, nom, beforeId, afterId } = parseInput(newAxeAtSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'editPlan', plan)
  await lockPlan(tx, plan.id)

  const axes = await PlanAxes.load(tx, plan.id)
  if (parentId !== null && !axes.get(parentId)) throw new NotFoundError('AXE')
  const id = uuidv7()
  const positions = insertAmong(axes.childrenOf(parentId), { movedIds: [id], beforeId, afterId })
  const position = positions.find((row) => row.id === id)?.position
  if (position === undefined) throw new Error('what is inserted is given a position')
  await tx.axe.create({ data: { id, planId: plan.id, parentId, nom, position } })
  await savePositions(tx, { table: 'axe', rows: positions.filter((row) => row.id !== id) })
  record.change({ kind: 'plan', planId: plan.id, axeIds: positions.map((row) => row.id) })
  return id
}
