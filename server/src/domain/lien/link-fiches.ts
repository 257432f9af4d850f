import type { Lien } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { lockFiches } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { demandOneEnd } from './demand-one-end.ts'
import { MAX_LIENS, type NewLien, newLienSchema, storedEnds } from './lien-rules.ts'

/**
 * Links two fiches that the viewer may read, one of which they may change. A link that is there already is answered as it is.
 * @throws ValidationError, NotFoundError (either fiche), ForbiddenError, ConflictError (linked the other way round; too many links).
 */
export async function linkFiches(useCase: UseCase, input: NewLien): Promise<Lien> {
  const { viewer, tx } = useCase
  const asked = parseInput(newLienSchema, input)
  const ids = [asked.ficheId, asked.autreId]
  if ((await tx.fiche.count({ where: { AND: [{ id: { in: ids } }, readableFiches(viewer)] } })) !== ids.length) {
    throw new NotFoundError('FICHE')
  }
  await demandOneEnd(useCase, ids)

  // Two people who link the same fiches wait for each other.
  await lockFiches(tx, ids)
  const ends = storedEnds(asked)
  const there = await tx.lien.findFirst({
    where: { type: asked.type, ficheId: { in: ids }, autreId: { in: ids } },
  })
  if (there) {
    if (there.ficheId === ends.ficheId) return there
    throw new ConflictError({
      code: 'LIEN_REVERSED',
      message: 'Ces deux fiches sont déjà liées dans l’autre sens : supprimez d’abord ce lien.',
    })
  }
  for (const id of ids) await demandRoom(tx, id)
  const lien = await tx.lien.create({ data: { ...ends, type: asked.type, createdById: viewer?.userId ?? null } })
  await recordFicheChange(useCase, { ficheIds: ids, fields: ['liens'] })
  return lien
}

async function demandRoom(tx: Tx, id: string): Promise<void> {
  const count = await tx.lien.count({ where: { OR: [{ ficheId: id }, { autreId: id }] } })
  if (count < MAX_LIENS) return
  throw new ConflictError({ code: 'TOO_MANY_LIENS', message: `Une fiche a ${MAX_LIENS} liens au plus.` })
}
