import { NotFoundError, ValidationError } from '../errors.ts'
import { findOrCreateLabels } from '../label/find-or-create-labels.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { MAX_FINANCEURS_PER_LIGNE } from './financeur-rules.ts'

/**
 * The labels of those named by id or by name, each once; created when there was none of that name, accents and case apart.
 * @throws NotFoundError (an id of no financeur of the collectivité), ForbiddenError.
 */
export async function financeurIds(
  useCase: UseCase,
  { collectiviteId, ids, noms }: { collectiviteId: string; ids: readonly string[]; noms: readonly string[] },
): Promise<string[]> {
  const asked = [...new Set(ids)]
  const where = { id: { in: asked }, collectiviteId, genre: 'FINANCEUR' as const }
  if ((await useCase.tx.label.count({ where })) !== asked.length) throw new NotFoundError('LABEL')
  const { idByNom } = await findOrCreateLabels(useCase, { collectiviteId, genre: 'FINANCEUR', noms })
  return [...new Set([...asked, ...idByNom.values()])]
}

/** One who pays at least, and not too many. @throws ValidationError FINANCEUR_REQUIRED, TOO_MANY_FINANCEURS. */
export function demandFinanceurs(count: number): void {
  if (count === 0) {
    const message = 'Nommez au moins un financeur.'
    throw new ValidationError([{ code: 'FINANCEUR_REQUIRED', message, path: ['noms'] }])
  }
  demandRoom({
    count,
    max: MAX_FINANCEURS_PER_LIGNE,
    what: 'FINANCEURS',
    message: `Une ligne se partage entre ${MAX_FINANCEURS_PER_LIGNE} financeurs au plus.`,
  })
}
