import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { type CreatedAxe, axeRows } from './axe-rows.ts'
import { type NewAxes, newAxesSchema } from './axe-rules.ts'

/**
 * Creates axes, each with its sub-tree, after those already there. Answers their ids in the shape that was asked for.
 * @throws ValidationError, NotFoundError (the plan, or the parent in it), ForbiddenError.
 */
export async function createAxes(useCase: UseCase, input: NewAxes): Promise<CreatedAxe[]> {
  const { viewer, tx, record } = useCase
  const { planId, parentId, axes } = parseInput(newAxesSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'editPlan', plan)

  await lockPlan(tx, plan.id)
  if (parentId && !(await tx.axe.findFirst({ where: { id: parentId, planId: plan.id, suppressionId: null } })))
    throw new NotFoundError('AXE')
  const siblings = await tx.axe.aggregate({ where: { planId: plan.id, parentId }, _max: { position: true } })
  const { rows, tree } = axeRows(axes, { planId: plan.id, parentId, last: siblings._max.position })
  await tx.axe.createMany({ data: rows })
  record.change({ kind: 'plan', planId: plan.id, axeIds: rows.map(({ id }) => id) })
  return tree
}
