import type { Indicateur } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableIndicateurs } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/**
 * An indicateur that the viewer may read, held until the transaction ends: two changes of one indicateur wait for each other,
 * so that each sees what the other stored.
 * @throws NotFoundError when it does not exist or the viewer may not read it.
 */
export async function lockIndicateur(useCase: UseCase, id: string): Promise<Indicateur> {
  await useCase.tx.$queryRaw`SELECT 1 FROM indicateur WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return findIndicateur(useCase, id)
}

/** The same, once the viewer may change it. @throws NotFoundError, ForbiddenError. */
export async function demandIndicateur(useCase: UseCase, id: string): Promise<Indicateur> {
  const indicateur = await lockIndicateur(useCase, id)
  demandInCollectivite(useCase.viewer, 'editIndicateur', indicateur)
  return indicateur
}

async function findIndicateur({ viewer, tx }: UseCase, id: string): Promise<Indicateur> {
  const indicateur = await tx.indicateur.findFirst({ where: { AND: [{ id }, readableIndicateurs(viewer)] } })
  if (!indicateur) throw new NotFoundError('INDICATEUR')
  return indicateur
}
