import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { commentaireSchema, MAX_COMMENTAIRES } from './fil-rules.ts'
import { demandFil, recordFil } from './find-fil.ts'
import { keepMentions } from './mentions.ts'
import type { SansAcces } from './sans-acces.ts'
import { noteReading } from './read-fil.ts'

const replySchema = z.object({ filId: z.guid(), texteMarkdown: commentaireSchema })

/**
 * Answers in a thread, which is open again if it was resolved.
 * @throws ValidationError (TOO_MANY_COMMENTAIRES, TOO_MANY_MENTIONS, COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG), NotFoundError, ForbiddenError.
 */
export async function reply(
  useCase: UseCase,
  input: z.input<typeof replySchema>,
): Promise<{ filId: string; commentaireId: string; sansAcces: SansAcces[] }> {
  const { tx } = useCase
  const { filId, texteMarkdown } = parseInput(replySchema, input)
  const { fil, person } = await demandFil(useCase, filId)
  const { userId } = person
  demandRoom({
    count: (await tx.commentaire.count({ where: { filId } })) + 1,
    max: MAX_COMMENTAIRES,
    what: 'COMMENTAIRES',
    message: `Une discussion a ${MAX_COMMENTAIRES} commentaires au plus : ouvrez-en une autre.`,
  })
  const { id, createdAt } = await tx.commentaire.create({ data: { filId, auteurId: userId, markdown: texteMarkdown } })
  await tx.fil.update({
    where: { id: filId, collectiviteId: fil.collectiviteId },
    data: { actifAt: createdAt, resoluAt: null, resoluParId: null },
  })
  await noteReading(useCase, { filId, userId, luAt: createdAt })
  const sansAcces = await keepMentions(useCase, { fil, commentaireId: id, markdown: texteMarkdown })
  recordFil(useCase, fil)
  return { filId, commentaireId: id, sansAcces }
}

/** Says that a thread is settled. Doing it again changes nothing. @throws NotFoundError, ForbiddenError. */
export async function resolveFil(useCase: UseCase, filId: string): Promise<{ filId: string }> {
  const { fil, person } = await demandFil(useCase, filId)
  if (fil.resoluAt) return { filId }
  await useCase.tx.fil.update({
    where: { id: filId, collectiviteId: fil.collectiviteId },
    data: { resoluAt: new Date(), resoluParId: person.userId },
  })
  recordFil(useCase, fil)
  return { filId }
}

/** Says that it is not settled after all. Doing it again changes nothing. @throws NotFoundError, ForbiddenError. */
export async function reopenFil(useCase: UseCase, filId: string): Promise<{ filId: string }> {
  const { fil } = await demandFil(useCase, filId)
  if (!fil.resoluAt) return { filId }
  await useCase.tx.fil.update({
    where: { id: filId, collectiviteId: fil.collectiviteId },
    data: { resoluAt: null, resoluParId: null },
  })
  recordFil(useCase, fil)
  return { filId }
}
