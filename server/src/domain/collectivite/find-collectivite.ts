import type { Collectivite } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { readableCollectivites } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** @throws NotFoundError when it does not exist or the viewer may not read it. */
export async function findCollectivite({ viewer, tx }: UseCase, id: string): Promise<Collectivite> {
  const collectivite = await tx.collectivite.findFirst({ where: { AND: [{ id }, readableCollectivites(viewer)] } })
  if (!collectivite) throw new NotFoundError('COLLECTIVITE')
  return collectivite
}
