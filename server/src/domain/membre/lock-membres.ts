import { ConflictError } from '../errors.ts'
import type { Tx } from '../transaction.ts'

/** Makes the changes of a collectivité's members wait for each other, so that two admins cannot each take the other's place away. */
export async function lockMembres(tx: Tx, collectiviteId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM collectivite WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`
}

/**
 * Lets an admin go, or be one no more, if another stays. Asked under `lockMembres`.
 * @throws ConflictError LAST_ADMIN
 */
export async function demandAnotherAdmin(
  tx: Tx,
  { collectiviteId, membreId }: { collectiviteId: string; membreId: string },
): Promise<void> {
  const others = await tx.membre.count({ where: { collectiviteId, role: 'ADMIN', id: { not: membreId } } })
  if (others > 0) return
  throw new ConflictError({
    code: 'LAST_ADMIN',
    message: 'C’est le dernier admin de la collectivité : donnez d’abord ce rôle à quelqu’un d’autre.',
  })
}
