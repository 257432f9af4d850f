import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { demandAccess } from './demand-access.ts'
import { type Revocation, revocationSchema } from './octroi-rules.ts'
import { recordOctroi } from './record-octroi.ts'

/**
 * Takes a grant back from a plan or a fiche; taking back what is not there is a success.
 * @throws ValidationError, NotFoundError (the plan or the fiche), ForbiddenError, ConflictError SOUS_ACTION_FOLLOWS.
 */
export async function revokeAccess(useCase: UseCase, input: Revocation): Promise<void> {
  const { tx } = useCase
  const { on, octroiId } = parseInput(revocationSchema, input)
  const thing = await demandAccess(useCase, on)
  const octroi = await tx.octroi.findFirst({ where: { id: octroiId, ...thing } })
  if (!octroi) return
  await tx.octroi.deleteMany({ where: { id: octroi.id, ...thing } })
  await recordOctroi(useCase, octroi)
}
