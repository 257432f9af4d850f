import type { Indicateur } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { demandIndicateurs } from './demand-indicateurs.ts'
import { type NewIndicateur, newIndicateurSchema } from './indicateur-rules.ts'

/** @throws ValidationError, NotFoundError (the collectivité), ForbiddenError, ConflictError TOO_MANY_INDICATEURS. */
export async function createIndicateur(useCase: UseCase, input: NewIndicateur): Promise<Indicateur> {
  const { viewer, tx } = useCase
  const { collectiviteId, ...fields } = parseInput(newIndicateurSchema, input)
  await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(viewer, 'editIndicateur', { collectiviteId })

  await demandIndicateurs(tx, { collectiviteId, more: 1 })
  return tx.indicateur.create({
    data: {
      id: uuidv7(),
      collectiviteId,
      ...fields,
      nomNormalise: normaliseNom(fields.nom),
      createdById: viewer?.userId ?? null,
    },
  })
}
