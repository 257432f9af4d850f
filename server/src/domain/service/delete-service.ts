import { ConflictError } from '../errors.ts'
import type { UseCase } from '../use-case.ts'
import { holdServices } from './find-service.ts'
import { type ServiceUsage, usageSelect, usageWords } from './service-usage.ts'

/**
 * Deletes a service that nothing names, for good. One that something names is merged into another, or emptied first.
 * @throws NotFoundError, ForbiddenError, ConflictError SERVICE_USED, which says by what
 */
export async function deleteService(useCase: UseCase, serviceId: string): Promise<{ collectiviteId: string }> {
  const { tx } = useCase
  const [{ collectiviteId, nom }] = await holdServices(useCase, [serviceId])
  const { _count: usage } = await tx.service.findUniqueOrThrow({
    where: { id: serviceId, collectiviteId },
    select: usageSelect,
  })
  if (isUsed(usage)) {
    throw new ConflictError({
      code: 'SERVICE_USED',
      message: `« ${nom} » sert encore : ${usageWords(usage)}. Fusionnez-le avec un autre service, qui en hérite, ou videz-le d’abord.`,
    })
  }
  await tx.service.delete({ where: { id: serviceId, collectiviteId } })
  return { collectiviteId }
}

function isUsed(usage: ServiceUsage): boolean {
  return Object.values(usage).some((count) => count > 0)
}
