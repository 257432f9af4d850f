import { demandInCollectivite } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { findCollectivite } from './find-collectivite.ts'

/**
 * Chooses whether those who read a collectivité's public plans only because they are public are told the names of people.
 * @throws NotFoundError, ForbiddenError.
 */
export async function showNoms(
  useCase: UseCase,
  { collectiviteId, nomsPublics }: { collectiviteId: string; nomsPublics: boolean },
): Promise<{ collectiviteId: string }> {
  const collectivite = await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(useCase.viewer, 'manageMembres', { collectiviteId: collectivite.id })
  await useCase.tx.collectivite.updateMany({
    where: { id: collectivite.id, nomsPublics: !nomsPublics },
    data: { nomsPublics },
  })
  return { collectiviteId: collectivite.id }
}
