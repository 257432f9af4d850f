import { builder } from '../builder.ts'
import { CommentaireObject } from './commentaire.ts'
import { FilObject } from './fil.ts'

/** The success of a mutation that changes a thread: the thread as it is after it. */
export function changedFil<Changed extends { filId: string }>(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      fil: t.prismaField({
        type: FilObject,
        description: 'La discussion, telle qu’elle est maintenant.',
        resolve: (query, { filId }, _args, { prisma }) =>
          prisma.fil.findUniqueOrThrow({ ...query, where: { id: filId } }),
      }),
    }),
  })
}

/** The same, of a mutation that changes one comment. */
export function changedCommentaire<Changed extends { commentaireId: string }>(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      commentaire: t.prismaField({
        type: CommentaireObject,
        description: 'Le commentaire, tel qu’il est maintenant.',
        resolve: (query, { commentaireId }, _args, { prisma }) =>
          prisma.commentaire.findUniqueOrThrow({ ...query, where: { id: commentaireId } }),
      }),
    }),
  })
}
