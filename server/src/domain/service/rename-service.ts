import { z } from 'zod'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { demandNomFree, holdServices } from './find-service.ts'
import { normaliseNom } from './normalise-nom.ts'
import { namedByServices } from './service-bearers.ts'
import { recordOctroisOf } from './record-octrois.ts'
import { serviceNomSchema } from './service-rules.ts'

const renameSchema = z.object({ serviceId: z.guid(), nom: serviceNomSchema })

/**
 * Gives a service another name, wherever it is shown.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError SERVICE_EXISTS: the two are then to be merged.
 */
export async function renameService(
  useCase: UseCase,
  input: z.input<typeof renameSchema>,
): Promise<{ serviceId: string }> {
  const { tx, record } = useCase
  const { serviceId, nom } = parseInput(renameSchema, input)
  const [{ collectiviteId, nom: former }] = await holdServices(useCase, [serviceId])
  if (nom === former) return { serviceId }
  await demandNomFree(useCase, { collectiviteId, nom, butId: serviceId })
  await tx.service.update({
    where: { id: serviceId, collectiviteId },
    data: { nom, nomNormalise: normaliseNom(nom) },
  })
  const { ficheIds, octrois } = await namedByServices(tx, [serviceId])
  await recordFicheChange(useCase, { ficheIds, fields: ['services'] })
  recordOctroisOf(record, octrois)
  return { serviceId }
}
