import type { UseCase } from '../use-case.ts'

/** Has whoever has fiches open judged again, or their sous-actions, which follow their rights. */
export async function recordFicheRights(
  { tx, record }: Pick<UseCase, 'tx' | 'record'>,
  ficheIds: readonly string[],
): Promise<void> {
  if (ficheIds.length === 0) return
  const sousActions = await tx.fiche.findMany({ where: { parentId: { in: [...ficheIds] } }, select: { id: true } })
  record.rights({ fiches: [...ficheIds, ...sousActions.map(({ id }) => id)] })
}
