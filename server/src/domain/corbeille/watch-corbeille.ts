import type { Prisma } from '@pupitre/prisma'
import { isShownTo } from '../rights/may.ts'
import type { Viewer } from '../viewer.ts'
import { restorableSuppressions } from './restorable.ts'

/**
 * Follows what a viewer sees of the corbeille of a collectivité: whether they may, and, asked at each change of it, whether what they
 * see has changed. A line that they may not read changes nothing of it.
 */
export function watchCorbeille(
  { prisma, viewer }: { prisma: Pick<Prisma.TransactionClient, 'suppression'>; viewer: Viewer | null },
  collectiviteId: string,
): { mayLook: () => Promise<boolean>; hasChanged: () => Promise<boolean> } {
  const where = { AND: [{ collectiviteId }, restorableSuppressions(viewer)] }
  const look = async () => {
    const last = await prisma.suppression.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
    return `${await prisma.suppression.count({ where })} ${last?.id}`
  }
  let seen: string | null = null
  return {
    async mayLook() {
      if (!isShownTo(viewer, 'createPlan', { collectiviteId })) return false
      seen ??= await look()
      return true
    },
    async hasChanged() {
      const before = seen
      seen = await look()
      return seen !== before
    },
  }
}
