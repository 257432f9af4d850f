import type { NoteSuivi } from '@pupitre/prisma'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { NOTE_FIELDS } from './find-note.ts'
import { MAX_NOTES, type NewNote, newNoteSchema } from './note-rules.ts'

/**
 * Creates a note de suivi. Its text is seeded after the commit, by `seedNote`.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function createNote(useCase: UseCase, input: NewNote): Promise<NoteSuivi> {
  const { viewer, tx } = useCase
  const { ficheId, date } = parseInput(newNoteSchema, input)
  await demandFiche(useCase, 'editFiche', ficheId)
  await lockFiche(tx, ficheId)
  demandRoom({
    count: (await tx.noteSuivi.count({ where: { ficheId, suppressionId: null } })) + 1,
    max: MAX_NOTES,
    what: 'NOTES',
    message: `Une fiche a ${MAX_NOTES} notes de suivi au plus : supprimez-en d’anciennes.`,
  })
  const note = await tx.noteSuivi.create({ data: { ficheId, date, createdById: viewer?.userId ?? null } })
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: NOTE_FIELDS })
  return note
}
