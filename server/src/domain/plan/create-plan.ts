import type { TextDelta } from '@pupitre/document'
import type { Plan } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { actorOf } from '../live-text.ts'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { type NewPlan, newPlanSchema } from './plan-rules.ts'

/**
 * Creates a plan and its live document, empty but for its description.
 * @throws ValidationError, NotFoundError (the collectivité), ForbiddenError.
 */
export async function createPlan(useCase: UseCase, input: NewPlan & { description?: TextDelta }): Promise<Plan> {
  const { viewer, tx, liveText } = useCase
  const { collectiviteId, ...fields } = parseInput(newPlanSchema, input)
  const collectivite = await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(viewer, 'createPlan', { collectiviteId: collectivite.id })

  const userId = viewer?.userId ?? null
  const plan = await tx.plan.create({
    data: {
      id: uuidv7(),
      collectiviteId: collectivite.id,
      createdById: userId,
      nomNormalise: normaliseNom(fields.nom),
      ...fields,
    },
  })
  await liveText.create({
    tx,
    documents: [
      {
        document: { kind: 'plan', uuid: plan.id },
        fields: input.description ? { description: input.description } : {},
      },
    ],
    actor: actorOf(viewer),
  })
  return plan
}
