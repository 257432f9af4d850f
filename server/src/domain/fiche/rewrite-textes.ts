import { type FicheField, plainFieldDelta, type TextDelta } from '@pupitre/document'
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { actorOf, type LiveText } from '../live-text.ts'
import { noteField } from '../note/note-rules.ts'
import { parseInput } from '../parse-input.ts'
import { judgeDocument } from '../rights/judge-document.ts'
import { readableFiches } from '../rights/readable.ts'
import type { Tx } from '../transaction.ts'
import type { Viewer } from '../viewer.ts'
import { titreSchema } from './fiche-rules.ts'
import { demandFiche } from './find-fiche.ts'

interface Writing {
  prisma: Tx
  viewer: Viewer | null
  liveText: Pick<LiveText, 'rewrite'>
}

const textesSchema = z.object({ titre: titreSchema.optional() })

/** What a fiche is to say; what is left out stays as it is. */
export interface FicheTextes {
  ficheId: string
  titre?: string
  textes: Partial<Record<Exclude<FicheField, 'titre'>, TextDelta>>
}

/**
 * Makes texts of a fiche say something else, by the smallest edits in words, which colleagues who have it open see happen: what stays keeps
 * its authors. Resolves when it is durable.
 * @throws ValidationError (TITRE_EMPTY, TITRE_TOO_LONG), NotFoundError, ForbiddenError.
 */
export async function rewriteTextes(writing: Writing, { ficheId, textes, ...input }: FicheTextes): Promise<void> {
  const { titre } = parseInput(textesSchema, input)
  await demandWritable(writing, ficheId)
  const fields = { ...(titre !== undefined && { titre: plainFieldDelta('titre', titre) }), ...textes }
  for (const [field, content] of Object.entries(fields)) await rewrite(writing, { ficheId, field, content })
}

/** The same of the text of a note that is not in the corbeille. @throws NotFoundError, ForbiddenError. */
export async function rewriteNote(
  writing: Writing,
  { noteId, content }: { noteId: string; content: TextDelta },
): Promise<{ ficheId: string }> {
  const { prisma, viewer } = writing
  const note = await prisma.noteSuivi.findFirst({
    where: { id: noteId, suppressionId: null, fiche: readableFiches(viewer) },
    select: { ficheId: true },
  })
  if (!note) throw new NotFoundError('NOTE')
  await demandWritable(writing, note.ficheId)
  await rewrite(writing, { ficheId: note.ficheId, field: noteField(noteId), content })
  return note
}

/** Judged as a live document is opened: in one statement. */
async function demandWritable({ prisma, viewer }: Writing, ficheId: string): Promise<void> {
  const judgement = await judgeDocument({ prisma, viewer, ref: { kind: 'fiche', uuid: ficheId } })
  if (!judgement) throw new NotFoundError('FICHE')
  // Which says why not.
  if (judgement.access !== 'write') await demandFiche({ viewer, tx: prisma }, 'editFiche', ficheId)
}

function rewrite(
  { viewer, liveText }: Writing,
  { ficheId, field, content }: { ficheId: string; field: string; content: TextDelta },
): Promise<void> {
  return liveText.rewrite({ document: { kind: 'fiche', uuid: ficheId }, field, content, actor: actorOf(viewer) })
}
