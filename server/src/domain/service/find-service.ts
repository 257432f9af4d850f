import type { Service } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableServices } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { normaliseNom } from './normalise-nom.ts'

/**
 * Services to be renamed, merged or deleted, held until the end of the transaction: who is naming one of them is waited for, and
 * who comes after finds what was done.
 * @throws NotFoundError when one of them is not there, ForbiddenError
 */
export async function holdServices(
  { viewer, tx }: UseCase,
  serviceIds: readonly string[],
): Promise<[Service, ...Service[]]> {
  const ids = [...new Set(serviceIds)]
  await tx.$queryRaw`SELECT 1 FROM service WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const services = await tx.service.findMany({ where: { id: { in: ids }, AND: [readableServices(viewer)] } })
  const [first, ...others] = services
  if (!first || services.length < ids.length) throw new NotFoundError('SERVICE')
  for (const { collectiviteId } of services) demandInCollectivite(viewer, 'manageServices', { collectiviteId })
  return [first, ...others]
}

/** Lets a service take a name that no other has. @throws ConflictError SERVICE_EXISTS */
export async function demandNomFree(
  { tx }: UseCase,
  { collectiviteId, nom, butId }: { collectiviteId: string; nom: string; butId?: string },
): Promise<void> {
  const homonym = await tx.service.findFirst({
    where: { collectiviteId, nomNormalise: normaliseNom(nom), ...(butId !== undefined && { id: { not: butId } }) },
  })
  if (homonym) throw serviceExists(homonym.nom)
}

/** What whoever would give two services one name is told. */
export function serviceExists(nom: string): ConflictError {
  return new ConflictError({
    code: 'SERVICE_EXISTS',
    message: `« ${nom} » existe déjà : fusionnez les deux services s’ils n’en font qu’un.`,
  })
}
