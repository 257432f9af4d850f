import { parseInput } from '../parse-input.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { demandAccess } from './demand-access.ts'
import { findBeneficiaire } from './find-beneficiaire.ts'
import { grantSchema, MAX_OCTROIS, type NewOctroi } from './octroi-rules.ts'
import { recordOctroi } from './record-octroi.ts'

/**
 * Gives somebody, or the members of a service, a level on a plan or a fiche, or another level in place of the one that they have.
 * Giving again what is given is a success.
 * @throws ValidationError (TOO_MANY_OCTROIS), NotFoundError (the plan or the fiche, the member, the service), ForbiddenError,
 * ConflictError SOUS_ACTION_FOLLOWS.
 */
export async function grantAccess(useCase: UseCase, input: NewOctroi): Promise<void> {
  const { viewer, tx } = useCase
  const { on, beneficiaire, niveau } = parseInput(grantSchema, input)
  const thing = await demandAccess(useCase, on)
  const grantedTo = await findBeneficiaire(tx, { collectiviteId: thing.collectiviteId, ...beneficiaire })
  const octroi = { ...thing, ...grantedTo }
  const { count: added } = await tx.octroi.createMany({
    data: { ...octroi, niveau, createdById: viewer?.userId ?? null },
    skipDuplicates: true,
  })
  if (added > 0) {
    demandRoom({
      count: await tx.octroi.count({ where: thing }),
      max: MAX_OCTROIS,
      what: 'OCTROIS',
      message: `On donne ${MAX_OCTROIS} accès au plus à un plan ou à une fiche : donnez-le à un service.`,
    })
  } else {
    const { count: changed } = await tx.octroi.updateMany({
      where: { ...octroi, niveau: { not: niveau } },
      data: { niveau },
    })
    if (changed === 0) return
  }
  await recordOctroi(useCase, octroi)
}
