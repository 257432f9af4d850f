import type { NoteSuivi } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { demandNote, NOTE_FIELDS } from './find-note.ts'
import { type NoteChange, noteChangeSchema } from './note-rules.ts'

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })

/** Changes the day that a note is about. @throws ValidationError, NotFoundError, ForbiddenError. */
export async function updateNote(useCase: UseCase, input: NoteChange): Promise<NoteSuivi> {
  const { noteId, date } = parseInput(noteChangeSchema, input)
  const { note } = await demandNote(useCase, noteId)
  if (note.suppressionId) throw new NotFoundError('NOTE')
  const changed = await useCase.tx.noteSuivi.update({ where: { id: note.id, ficheId: note.ficheId }, data: { date } })
  await recordFicheChange(useCase, { ficheIds: [note.ficheId], fields: NOTE_FIELDS })
  return changed
}

/** Puts a note in the corbeille; its text stays in the document. Doing it again changes nothing. @throws NotFoundError, ForbiddenError. */
export async function deleteNote(useCase: UseCase, noteId: string): Promise<NoteSuivi> {
  const { viewer, tx, record } = useCase
  const { note, fiche } = await demandNote(useCase, noteId)
  if (note.suppressionId) return note
  const suppression = await tx.suppression.create({
    data: {
      collectiviteId: fiche.collectiviteId,
      kind: 'NOTE',
      objetId: note.id,
      nom: `Note du ${DAY.format(note.date)}`,
      deletedById: viewer?.userId ?? null,
    },
  })
  const deleted = await tx.noteSuivi.update({
    where: { id: note.id, ficheId: note.ficheId },
    data: { suppressionId: suppression.id },
  })
  await recordFicheChange(useCase, { ficheIds: [note.ficheId], fields: NOTE_FIELDS })
  record.change({ kind: 'corbeille', collectiviteId: fiche.collectiviteId })
  return deleted
}

/** Takes a note out of the corbeille, with its date and its text. Doing it again changes nothing. @throws NotFoundError, ForbiddenError. */
export async function restoreNote(useCase: UseCase, noteId: string): Promise<NoteSuivi> {
  const { tx, record } = useCase
  const { note, fiche } = await demandNote(useCase, noteId)
  if (!note.suppressionId) return note
  const restored = await tx.noteSuivi.update({
    where: { id: note.id, ficheId: note.ficheId },
    data: { suppressionId: null },
  })
  await tx.suppression.delete({ where: { id: note.suppressionId, collectiviteId: fiche.collectiviteId } })
  await recordFicheChange(useCase, { ficheIds: [note.ficheId], fields: NOTE_FIELDS })
  record.change({ kind: 'corbeille', collectiviteId: fiche.collectiviteId })
  return restored
}
