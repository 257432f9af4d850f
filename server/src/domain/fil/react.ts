import type { ReactionSens } from '@pupitre/prisma'
import type { UseCase } from '../use-case.ts'
import { demandCommentaire } from './change-commentaire.ts'
import { recordFil } from './find-fil.ts'

interface Asked {
  commentaireId: string
  sens: ReactionSens
}

/** Says something of a comment without a word. Doing it again changes nothing. @throws NotFoundError, ForbiddenError. */
export async function addReaction(useCase: UseCase, { commentaireId, sens }: Asked): Promise<Asked> {
  const { fil, person } = await demandCommentaire(useCase, commentaireId)
  const key = { commentaireId, userId: person.userId, sens }
  await useCase.tx.reaction.upsert({ where: { commentaireId_userId_sens: key }, create: key, update: {} })
  recordFil(useCase, fil)
  return { commentaireId, sens }
}

/** Takes that back. Doing it again changes nothing. @throws NotFoundError, ForbiddenError. */
export async function removeReaction(useCase: UseCase, { commentaireId, sens }: Asked): Promise<Asked> {
  const { fil, person } = await demandCommentaire(useCase, commentaireId)
  await useCase.tx.reaction.deleteMany({ where: { commentaireId, userId: person.userId, sens } })
  recordFil(useCase, fil)
  return { commentaireId, sens }
}
