import type { NoteSuivi } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandFiche, type FoundFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/** The fields of `Fiche` that a change of its notes changes. */
export const NOTE_FIELDS = ['notesSuivi']

/**
 * A note, in the corbeille or not, of a fiche that the viewer may change; its fiche is locked.
 * @throws NotFoundError, ForbiddenError.
 */
export async function demandNote(useCase: UseCase, id: string): Promise<{ note: NoteSuivi; fiche: FoundFiche }> {
  const { viewer, tx } = useCase
  const found = await tx.noteSuivi.findFirst({
    where: { id, fiche: readableFiches(viewer) },
    select: { ficheId: true },
  })
  if (!found) throw new NotFoundError('NOTE')
  const fiche = await demandFiche(useCase, 'editFiche', found.ficheId)
  await lockFiche(tx, fiche.id)
  const note = await tx.noteSuivi.findUnique({ where: { id } })
  if (!note) throw new NotFoundError('NOTE')
  return { note, fiche }
}
