import type { Commentaire, Fil } from '@pupitre/prisma'
import { z } from 'zod'
import { ForbiddenError, NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { readableFils } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import type { PersonViewer } from '../viewer.ts'
import { commentaireSchema } from './fil-rules.ts'
import { demandFil, recordFil } from './find-fil.ts'
import { keepMentions } from './mentions.ts'
import type { SansAcces } from './sans-acces.ts'

const changeSchema = z.object({ commentaireId: z.guid(), texteMarkdown: commentaireSchema })

interface Changed {
  filId: string
  commentaireId: string
}

/** Says something else in place of what one said. @throws ValidationError, NotFoundError, ForbiddenError NOT_ONES_COMMENT. */
export async function updateCommentaire(
  useCase: UseCase,
  input: z.input<typeof changeSchema>,
): Promise<Changed & { sansAcces: SansAcces[] }> {
  const { commentaireId, texteMarkdown } = parseInput(changeSchema, input)
  const { commentaire, fil, person } = await demandCommentaire(useCase, commentaireId)
  demandOwn(person, commentaire)
  await useCase.tx.commentaire.update({
    where: { id: commentaireId, filId: fil.id },
    data: { markdown: texteMarkdown, modifieAt: new Date() },
  })
  const sansAcces = await keepMentions(useCase, { fil, commentaireId, markdown: texteMarkdown })
  recordFil(useCase, fil)
  return { filId: fil.id, commentaireId, sansAcces }
}

/**
 * Takes back what one said, or, for an admin, what somebody said: its words are gone, its place in the thread stays. A thread without any word
 * left goes with it. @throws NotFoundError, ForbiddenError NOT_ONES_COMMENT.
 */
export async function deleteCommentaire(useCase: UseCase, commentaireId: string): Promise<Fil> {
  const { tx } = useCase
  const { commentaire, fil, person } = await demandCommentaire(useCase, commentaireId)
  const isAdmin = person.memberships.some(
    ({ collectiviteId, role }) => collectiviteId === fil.collectiviteId && role === 'ADMIN',
  )
  if (!isAdmin) demandOwn(person, commentaire)
  await tx.commentaire.update({
    where: { id: commentaireId, filId: fil.id },
    data: { markdown: '', supprimeAt: new Date() },
  })
  await tx.mention.deleteMany({ where: { commentaireId } })
  const left = await tx.commentaire.count({ where: { filId: fil.id, supprimeAt: null } })
  if (left === 0) await tx.fil.delete({ where: { id: fil.id, collectiviteId: fil.collectiviteId } })
  recordFil(useCase, fil)
  return fil
}

/** A comment that has its words, in a thread in which the viewer may write. @throws NotFoundError, ForbiddenError. */
export async function demandCommentaire(
  useCase: UseCase,
  id: string,
): Promise<{ commentaire: Commentaire; fil: Fil; person: PersonViewer }> {
  const { viewer, tx } = useCase
  const found = await tx.commentaire.findFirst({
    where: { id, supprimeAt: null, fil: readableFils(viewer) },
    select: { filId: true },
  })
  if (!found) throw new NotFoundError('COMMENTAIRE')
  const { fil, person } = await demandFil(useCase, found.filId)
  const commentaire = await tx.commentaire.findFirst({ where: { id, supprimeAt: null } })
  if (!commentaire) throw new NotFoundError('COMMENTAIRE')
  return { commentaire, fil, person }
}

function demandOwn({ userId }: PersonViewer, { auteurId }: Commentaire): void {
  if (auteurId === userId) return
  const message = 'Ce commentaire est de quelqu’un d’autre : répondez-y.'
  throw new ForbiddenError({ code: 'NOT_ONES_COMMENT', message })
}
