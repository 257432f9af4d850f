import { z } from 'zod'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { findOrCreateServices } from './find-or-create-services.ts'
import { normaliseNom } from './normalise-nom.ts'
import { demandNomFree, serviceExists } from './find-service.ts'
import { serviceNomSchema } from './service-rules.ts'

const createSchema = z.object({ collectiviteId: z.guid(), nom: serviceNomSchema })

/**
 * Makes a service, without members.
 * @throws ValidationError, NotFoundError (the collectivité), ForbiddenError, ConflictError SERVICE_EXISTS
 */
export async function createService(
  useCase: UseCase,
  input: z.input<typeof createSchema>,
): Promise<{ serviceId: string }> {
  const { collectiviteId, nom } = parseInput(createSchema, input)
  await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(useCase.viewer, 'manageServices', { collectiviteId })
  await demandNomFree(useCase, { collectiviteId, nom })
  const { idByNom, created } = await findOrCreateServices(useCase, { collectiviteId, noms: [nom] })
  const serviceId = idByNom.get(normaliseNom(nom))
  // A colleague created it at the same moment.
  if (serviceId === undefined || !created.has(normaliseNom(nom))) throw serviceExists(nom)
  return { serviceId }
}
