import type { Indicateur } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { ConflictError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { MAX_INDICATEURS, type NewIndicateur, newIndicateurSchema } from './indicateur-rules.ts'

/** @throws ValidationError, NotFoundError (the collectivité), ForbiddenError, ConflictError TOO_MANY_INDICATEURS. */
export async function createIndicateur(useCase: UseCase, input: NewIndicateur): Promise<Indicateur> {
  const { viewer, tx } = useCase
  const { collectiviteId, ...fields } = parseInput(newIndicateurSchema, input)
  await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(viewer, 'editIndicateur', { collectiviteId })

  if ((await tx.indicateur.count({ where: { collectiviteId, suppressionId: null } })) >= MAX_INDICATEURS) {
    throw new ConflictError({
      code: 'TOO_MANY_INDICATEURS',
      message: `Une collectivité compte au plus ${MAX_INDICATEURS} indicateurs.`,
    })
  }
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
