import type { UseCase } from '../../use-case.ts'
import { ValidationError } from '../../errors.ts'
import { demandFiche, type FoundFiche } from '../find-fiche.ts'
import { lockFiche } from '../lock-fiche.ts'
import { recordFicheChange } from '../record-fiche-change.ts'

interface SetChange {
  ficheId: string
  /** Adds or removes; answers the GraphQL fields of Fiche that are not what they were: none when it was so already. */
  write: (fiche: FoundFiche) => Promise<readonly string[]>
}

/**
 * Changes a set of a fiche, one change at a time, so that its limit holds. Adding what is there and removing what is not are
 * successes that nobody is told of.
 * @throws NotFoundError, ForbiddenError
 */
export async function changeFicheSet(useCase: UseCase, { ficheId, write }: SetChange): Promise<void> {
  const { tx } = useCase
  const fiche = await demandFiche(useCase, 'editFiche', ficheId)
  const { id, collectiviteId } = fiche
  await lockFiche(tx, id)
  const fields = await write(fiche)
  if (fields.length === 0) return
  await tx.fiche.update({ where: { id_collectiviteId: { id, collectiviteId } }, data: { updatedAt: new Date() } })
  await recordFicheChange(useCase, { ficheIds: [id], fields })
}

/** Refuses a set that has grown past what its list can show. @throws ValidationError TOO_MANY */
export function demandRoom({ count, max, field }: { count: number; max: number; field: string }): void {
  if (count <= max) return
  throw new ValidationError([{ code: 'TOO_MANY', message: `On en met ${max} au plus ici.`, path: [field] }])
}
