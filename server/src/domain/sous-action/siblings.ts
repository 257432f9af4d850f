import { NotFoundError } from '../errors.ts'
import { positionBetween } from '../position.ts'
import { demandRoom } from '../too-many.ts'
import type { Tx } from '../transaction.ts'
import { MAX_SOUS_ACTIONS } from './sous-action-rules.ts'

/** The fields of a parent that a change of its sous-actions changes. */
export const SOUS_ACTION_FIELDS = ['sousActions']

export interface Sibling {
  id: string
  position: string | null
}

/** The sous-actions of a locked parent in their order, those of the corbeille included: they keep their position. */
export function siblingsOf(tx: Tx, parentId: string): Promise<Sibling[]> {
  return tx.fiche.findMany({
    where: { parentId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true },
  })
}

/** The position after a sibling (null: before all). @throws NotFoundError when it is not one. */
export function positionAfter(siblings: readonly Sibling[], afterId: string | null): string {
  const index = afterId === null ? -1 : siblings.findIndex(({ id }) => id === afterId)
  if (afterId !== null && index === -1) throw new NotFoundError('FICHE')
  return positionBetween(siblings[index]?.position ?? null, siblings[index + 1]?.position ?? null)
}

/** The last position, where one more may be. @throws ValidationError TOO_MANY_SOUS_ACTIONS. */
export function lastPosition(siblings: readonly Sibling[]): string {
  demandRoom({
    count: siblings.length + 1,
    max: MAX_SOUS_ACTIONS,
    what: 'SOUS_ACTIONS',
    message: `Une fiche a ${MAX_SOUS_ACTIONS} sous-actions au plus, celles de la corbeille comprises.`,
  })
  return positionAfter(siblings, siblings.at(-1)?.id ?? null)
}
