import { NotFoundError } from '../errors.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { readableLiens } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { demandOneEnd } from './demand-one-end.ts'

/**
 * Takes a link away. Answers the two fiches that it joined.
 * @throws NotFoundError when it does not exist or an end may not be read, ForbiddenError.
 */
export async function unlinkFiches(useCase: UseCase, lienId: string): Promise<[string, string]> {
  const { viewer, tx } = useCase
  const lien = await tx.lien.findFirst({ where: { AND: [{ id: lienId }, readableLiens(viewer)] } })
  if (!lien) throw new NotFoundError('LIEN')
  const ends: [string, string] = [lien.ficheId, lien.autreId]
  await demandOneEnd(useCase, ends)
  await tx.lien.deleteMany({ where: { id: lien.id } })
  await recordFicheChange(useCase, { ficheIds: ends, fields: ['liens'] })
  return ends
}
